package socketlab.lab.machine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import socketlab.lab.text.LabException;
import socketlab.lab.text.Pause;

/**
 * Stops a process for a while (SIGSTOP) and lets it continue (SIGCONT), as a garbage collector or a swapping system does.
 * Whatever happens to the load, the process continues in the end. A shell sends both signals: it continues the process when
 * its input ends, and that ends with us, even by {@code kill -9}.
 */
public final class ProcessPause implements AutoCloseable {
    private static final long SIGNAL_SECONDS = 5;
    /** Ctrl-C reaches the shell too, and must not end it while the process is stopped. */
    private static final String STOP_UNTIL_END_OF_INPUT =
            "trap '' HUP INT QUIT TERM; kill -STOP \"$1\" && echo stopped && read -r line; kill -CONT \"$1\"";

    private final Thread thread;   // null: no pause
    private volatile IOException failure;

    /** A pause of this process, or none; {@link #begin} starts its clock. */
    public ProcessPause(Optional<Pause> pause, long pid) {
        this.thread = pause.map(planned -> Thread.ofPlatform().daemon().name("pause").unstarted(() -> pause(planned, pid)))
                .orElse(null);
    }

    /**
     * Checks that this system can stop a process.
     *
     * @throws LabException where it has no {@code sh}
     */
    public static void requireShell() {
        try {
            new ProcessBuilder("sh", "-c", "kill -0 $$").redirectErrorStream(true).start().waitFor(SIGNAL_SECONDS,
                    TimeUnit.SECONDS);
        } catch (IOException none) {
            throw new LabException("--pause stops the server with sh and kill, which this system does not have; "
                    + "run it on Linux or macOS", none);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The load begins now; any thread. */
    public void begin() {
        if (thread != null) {
            thread.start();
        }
    }

    private void pause(Pause pause, long pid) {
        try {
            Thread.sleep(pause.at());
            Process shell = stop(pid);
            try {
                Thread.sleep(pause.length());
            } finally {
                shell.getOutputStream().close();
                shell.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException ended) {
            return;   // the load ended first
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Returns when the process is stopped, or has ended. */
    static Process stop(long pid) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", STOP_UNTIL_END_OF_INPUT, "sh", Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        shell.getInputStream().read();
        return shell;
    }

    /**
     * Ends the pause: a stopped process could not end.
     *
     * @throws LabException where the process could not be stopped
     */
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new LabException("cannot stop the server: " + failure.getMessage(), failure);
        }
    }
}
