package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;
import socketlab.lab.text.Similar;

/** What is wrong with a command line, in one line, and what was probably meant. */
final class WrongUse {
    private WrongUse() {}

    static String explained(ParameterException wrong) {
        String what = String.valueOf(wrong.getMessage()).replaceAll("\\R+", " ");
        if (!(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.getUnmatched().isEmpty()) {
            return what;
        }
        String typed = unmatched.getUnmatched().getFirst();
        CommandLine command = wrong.getCommandLine();
        if (typed.startsWith("-")) {
            String option = typed.replaceFirst("=.*", "");   // picocli takes the option's value for another unknown one
            return format("Unknown option: '%s'%s", option, meant(option, command.getCommandSpec().optionsMap().keySet()));
        }
        List<String> commands = commands(command);
        return commands.isEmpty() ? what : format("unknown command '%s'%s; there are: %s", typed, meant(typed, commands),
                String.join(", ", commands));
    }

    private static String meant(String typed, Collection<String> names) {
        return Similar.to(typed, names).map(name -> " (did you mean " + name + "?)").orElse("");
    }

    private static List<String> commands(CommandLine command) {
        List<String> names = new ArrayList<>();
        command.getSubcommands().forEach((name, sub) -> {
            if (!sub.getCommandSpec().usageMessage().hidden()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Why no models or services can be found with these jars. */
    static String jar(List<Path> jars, Throwable wrong) {
        return format("--with %s: %s; a file META-INF/services/NAME holds the full name of a class of this jar on each line",
                jars.stream().map(Path::toString).collect(Collectors.joining(", ")),
                String.valueOf(wrong.getMessage()).replaceAll("\\R+", " "));
    }
}
