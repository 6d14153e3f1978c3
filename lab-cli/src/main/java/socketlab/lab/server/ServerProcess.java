package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
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
 * The process of a server under test: started, awaited until it prints its address, stopped by closing its input. What it
 * prints is read all the time. Nobody connects before the load does, so that client 1 is client 1.
 */
public final class ServerProcess implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofSeconds(30);
    static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    private static final Duration LAST_LINES = Duration.ofSeconds(1);
    private static final int INTERRUPTED = 130;   // 128 + SIGINT
    private static final int TERMINATED = 143;    // 128 + SIGTERM

    private final Process process;
    private final OutputTail printed = new OutputTail();
    private final CompletableFuture<String> first = new CompletableFuture<>();   // what it tells us; null: its output has ended
    private final Thread out;
    private final Thread err;
    private final InetSocketAddress address;
    private volatile Optional<String> failure = Optional.empty();   // the reason that it tells us
    private volatile boolean closing;
    private Optional<ServerCrash> crash = Optional.empty();

    /** Starts {@code lab} with these arguments in a JVM of its own and waits until it listens. */
    ServerProcess(List<String> jvmFlags, List<String> arguments) throws InterruptedException, ServerCrashException {
        try {
            process = new ProcessBuilder(command(jvmFlags, arguments)).start();
        } catch (IOException e) {
            throw new LabException("cannot start a server: " + e.getMessage(), e);
        }
        out = OutputTail.read("server-out", process.getInputStream(), this::receive);
        err = OutputTail.read("server-err", process.getErrorStream(), printed::add);
        try {
            address = awaitListening();
        } catch (LabException | ServerCrashException | InterruptedException e) {
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

    /** A line of its stdout: a message for us, or what the JVM and native code print there. */
    private void receive(String line) {
        boolean failed = line.startsWith(ServerUnderTest.FAILED);
        if (failed) {
            failure = Optional.of(line.substring(ServerUnderTest.FAILED.length()));
        }
        if (failed || line.startsWith(ServerUnderTest.LISTENING)) {
            first.complete(line);
        } else {
            printed.add(line);
        }
    }

    private InetSocketAddress awaitListening() throws InterruptedException, ServerCrashException {
        var _ = process.onExit().thenRunAsync(this::endOfOutput);
        try {
            String message = first.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new ServerCrashException(ServerCrash.ended(process.exitValue(), " before it listened", lastLines()));
            }
            failure.ifPresent(reason -> {
                throw new LabException(reason);
            });
            int colon = message.lastIndexOf(':');
            return new InetSocketAddress(message.substring(ServerUnderTest.LISTENING.length(), colon),
                    Integer.parseInt(message.substring(colon + 1)));
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerCrashException(new ServerCrash(-1,
                    format("did not start within %d s", START_LIMIT.toSeconds()), printed.lines()));
        }
    }

    private void endOfOutput() {
        try {
            out.join(LAST_LINES);
            first.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process may have ended before what it printed is read; and one that it has started may keep its output open. */
    private List<String> lastLines() throws InterruptedException {
        out.join(LAST_LINES);
        err.join(LAST_LINES);
        return printed.lines();
    }

    /** Where the server listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Calls this on another thread, soon after the server has ended by itself: clients then know what became of them. */
    public void onCrash(Runnable action) {
        var _ = process.onExit().thenRunAsync(() -> {
            if (!closing) {
                action.run();
            }
        }, CompletableFuture.delayedExecutor(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Closes its input and waits for its end; a server that does not stop within 15 s is killed. */
    @Override
    public void close() {
        boolean ended = !process.isAlive();
        closing = true;
        try {
            closeInput();
            boolean stopped = process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!stopped) {
                process.destroyForcibly().waitFor();
            }
            crash = crash(ended, stopped);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** A signal that reaches the whole run, as Ctrl-C does, does not end a server before it is told to stop. */
    private Optional<ServerCrash> crash(boolean ended, boolean stopped) throws InterruptedException {
        List<String> lines = lastLines();
        int exitCode = process.exitValue();
        if (failure.isPresent()) {
            return Optional.of(new ServerCrash(exitCode, "failed: " + failure.get(), lines));
        }
        if (!stopped) {
            return Optional.of(new ServerCrash(-1, format("did not stop within %d s", STOP_LIMIT.toSeconds()), lines));
        }
        boolean asTold = !ended && (exitCode == 0 || exitCode == INTERRUPTED || exitCode == TERMINATED);
        return asTold ? Optional.empty() : Optional.of(ServerCrash.ended(exitCode, "", lines));
    }

    /** How the server ended where it did not end as it was told; known when it is closed. */
    public Optional<ServerCrash> crash() {
        return crash;
    }
}
