package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine;
import socketlab.core.ModelRegistry;
import socketlab.lab.text.LabException;

/** The command {@code lab}: finds the subcommand, and turns every failure into one line and an exit code. */
@Command(name = "lab", mixinStandardHelpOptions = true, version = "socketlab 0.1.0",
        description = "What does a server's concurrency model do to the people waiting on it?",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunCommand.class, ServeCommand.class, LoadCommand.class, ChatCommand.class, WatchCommand.class,
            ExperimentCommand.class, ReportCommand.class, BenchCommand.class, ListCommand.class, DoctorCommand.class,
            UnderTestCommand.class})
public final class Main implements Runnable {
    static final int COULD_NOT_RUN = 1;
    static final int WRONG_USE = 2;

    @Option(names = "--with", scope = ScopeType.INHERIT, paramLabel = "JAR",
            description = "a jar with your own models or services")
    List<Path> with = List.of();

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "show stack traces")
    boolean verbose;

    @Spec
    CommandSpec spec;

    private String typed = "lab";

    /** Executes one command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);   // libraries too: digits and case in files and protocols follow no language
        StandardOutput out = StandardOutput.install();
        System.exit(out.exitCode(execute(arguments)));
    }

    /** Executes one command line and returns its exit code. */
    static int execute(String... arguments) {
        System.setProperty("java.awt.headless", "true");
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        Main main = new Main();
        main.typed = "./lab " + Stream.of(arguments).map(Main::quoted).collect(Collectors.joining(" "));
        CommandLine command = new CommandLine(main)
                .setExpandAtFiles(false)   // a name may begin with @
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler((failure, failed, parsed) -> main.failed(failure, failed));
        command.getSubcommands().values().forEach(OptionGroups::render);
        try {
            return command.execute(arguments);
        } catch (Error failure) {   // picocli catches exceptions only
            return main.failed(failure, command);
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given; try: lab run");
    }

    private static int wrongUse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        report(command, format("%s (see: %s --help)", WrongUse.explained(wrong), command.getCommandSpec()
                .qualifiedName()));
        return WRONG_USE;
    }

    private int failed(Throwable failure, CommandLine command) {
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        report(command, reason(failure));
        return COULD_NOT_RUN;
    }

    /** Why a command failed, in one line. */
    static String reason(Throwable failure) {
        return isExpected(failure) ? oneLine(failure)
                : format("%s; this is a bug, --verbose shows where", failure).replaceAll("\\R", " ");
    }

    /** Whether a command failed for what is on this machine, and not by a bug. */
    static boolean isExpected(Throwable failure) {
        return failure instanceof LabException || failure instanceof IOException || failure instanceof UncheckedIOException;
    }

    private static void report(CommandLine command, String line) {
        PrintWriter err = command.getErr();
        err.println(TerminalColors.of(Terminal.STDERR).error(command.getCommandSpec().qualifiedName() + ": " + line));
        err.flush();
    }

    private static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\R+", " ");
    }

    /** The command line, quoted so that it can be typed again. */
    String typed() {
        return typed;
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** Models and services on the class path and in the jars named by {@code --with}. */
    ModelRegistry registry() {
        URL[] jars = with.stream().map(this::url).toArray(URL[]::new);
        if (jars.length == 0) {
            return ModelRegistry.of(Main.class.getClassLoader());
        }
        try {
            return ModelRegistry.of(new URLClassLoader(jars, Main.class.getClassLoader()));
        } catch (ServiceConfigurationError | LinkageError wrong) {
            throw new ParameterException(spec.commandLine(), WrongUse.jar(with, wrong), wrong);
        }
    }

    private URL url(Path jar) {
        if (!Files.isReadable(jar)) {
            throw new ParameterException(spec.commandLine(), format("--with %s: no such file", jar));
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new ParameterException(spec.commandLine(), format("--with %s: %s", jar, e.getMessage()), e);
        }
    }

    /** Evaluates what the user typed; an {@link IllegalArgumentException} is wrong use. */
    static <T> T validated(CommandSpec spec, Callable<T> typed) {
        try {
            return typed.call();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        } catch (RuntimeException other) {
            throw other;
        } catch (Exception other) {
            throw new LabException(other.getMessage(), other);
        }
    }
}
