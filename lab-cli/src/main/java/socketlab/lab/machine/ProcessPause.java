package socketlab.lab.machine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import socketlab.lab.text.LabException;
import socketlab.lab.text.Pause;

/**
 * Stops a process for a while (SIGSTOP) and lets it continue (SIGCONT), as a garbage collector or a swapping system does.
 * Whatever happens to the load, the process continues in the end.
 */
public final class ProcessPause implements AutoCloseable {
    private static final long KILL_SECONDS = 5;

    private final Thread thread;   // null: no pause

    /** A pause of this process, or none; {@link #begin} starts its clock. */
    public ProcessPause(Optional<Pause> pause, long pid) {
        this.thread = pause.map(planned -> Thread.ofPlatform().daemon().name("pause").unstarted(() -> pause(planned, pid)))
                .orElse(null);
    }

    /**
     * Checks that this system can stop a process.
     *
     * @throws LabException where it has no {@code kill}
     */
    public static void requireKill() {
        try {
            signal("-0", ProcessHandle.current().pid());
        } catch (IOException none) {
            throw new LabException("--pause stops the server with kill, which this system does not have; "
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

    private static void pause(Pause pause, long pid) {
        try {
            Thread.sleep(pause.at());
            try {
                signal("-STOP", pid);
                Thread.sleep(pause.length());
            } finally {
                signal("-CONT", pid);
            }
        } catch (InterruptedException ended) {
            return;   // the load ended first
        } catch (IOException e) {
            throw new LabException("cannot stop the server: " + e.getMessage(), e);
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        kill.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends the pause: a stopped process could not end. */
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
    }
}
