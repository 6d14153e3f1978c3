package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.text.LabException;

/**
 * The process of a server under test: started, awaited until it prints its address, stopped by closing its input. Nobody
 * connects before the load does, so that client 1 is client 1.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final int INTERRUPTED = 130;   // 128 + SIGINT
    private static final int TERMINATED = 143;    // 128 + SIGTERM
    private static final int LONGEST_QUOTE = 500;

    private final Process process;
    private final Path errors;
    private final InetSocketAddress address;

    /** Starts {@code lab} with these arguments in a JVM of its own and waits until it listens; {@code errors} gets its stderr. */
    ServerProcess(List<String> jvmFlags, List<String> arguments, Path errors) throws InterruptedException {
        this.errors = errors;
        try {
            process = new ProcessBuilder(command(jvmFlags, arguments)).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            throw new LabException("cannot start a server: " + e.getMessage(), e);
        }
        try {
            address = awaitListening();
        } catch (LabException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The command line of another {@code lab} on this JVM. */
    static List<String> command(List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xlog:disable");
        command.addAll(List.of("--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:AOTCache=") || flag.startsWith("-XX:SharedArchiveFile="))
                .forEach(command::add);
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", classPath(), "socketlab.lab.cli.Main"));
        command.addAll(arguments);
        return command;
    }

    /** With absolute paths, so that it may be started in any folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getAbsolutePath()).collect(Collectors.joining(File.pathSeparator));
    }

    private InetSocketAddress awaitListening() throws InterruptedException {
        CompletableFuture<String> told = CompletableFuture.supplyAsync(this::nextMessage);
        try {
            String message = told.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw ended();
            }
            rethrow(message);
            int colon = message.lastIndexOf(':');
            return new InetSocketAddress(message.substring(ServerUnderTest.LISTENING.length(), colon),
                    Integer.parseInt(message.substring(colon + 1)));
        } catch (ExecutionException | TimeoutException e) {
            throw new LabException(format("the server did not start within %d s%s", START_LIMIT.toSeconds(), output()), e);
        }
    }

    /** What the server tells us next; null when its output has ended. What else is printed there is the JVM's. */
    private String nextMessage() {
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith(ServerUnderTest.LISTENING) && !line.startsWith(ServerUnderTest.FAILED)) {
                line = out.readLine();
            }
            return line;
        } catch (IOException gone) {
            return null;
        }
    }

    /** @throws LabException with the server's own reason, if that is what it tells us */
    private static void rethrow(String message) {
        if (message.startsWith(ServerUnderTest.FAILED)) {
            throw new LabException(message.substring(ServerUnderTest.FAILED.length()));
        }
    }

    /** Without a message only what the JVM printed is known; a signal that ended it was meant for the whole run. */
    private LabException ended() throws InterruptedException {
        process.waitFor(1, TimeUnit.SECONDS);
        int exitCode = process.isAlive() ? 0 : process.exitValue();
        if (exitCode == INTERRUPTED || exitCode == TERMINATED) {
            throw new InterruptedException("the server was interrupted while it started");
        }
        return new LabException(format("the server ended with exit code %d before it listened%s", exitCode, output()));
    }

    /** Its standard error in one line, to be quoted; but not where the JVM got its flags from. */
    private String output() {
        try {
            String all = Files.readString(errors).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("Picked up ")).collect(Collectors.joining(" "));
            return all.isEmpty() ? "" : ": " + all.substring(0, Math.min(all.length(), LONGEST_QUOTE));
        } catch (IOException e) {
            return "; its error output cannot be read: " + e.getMessage();
        }
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /**
     * Closes its input and waits for its end; a server that does not stop within 15 s is killed.
     *
     * @throws LabException where the server tells us that its record could not be written
     */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Optional.ofNullable(nextMessage()).ifPresent(ServerProcess::rethrow);
    }
}
