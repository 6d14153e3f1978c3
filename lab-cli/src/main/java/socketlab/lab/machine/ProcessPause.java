package socketlab.lab.machine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import socketlab.lab.text.LabException;
import socketlab.lab.text.Pause;

/**
 * Stops a process for a while, as a collector of garbage, a swapping system or a sleeping laptop does; whatever becomes
 * of the load, in the end the process goes on.
 */
public final class ProcessPause implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Thread thread;   // null: there is to be none

    public ProcessPause(Optional<Pause> pause, long pid) {
        this.thread = pause.map(taken -> Thread.ofPlatform().daemon().name("pause").unstarted(() -> take(taken, pid)))
                .orElse(null);
    }

    /** @throws LabException where the system has no {@code kill} to stop a process with */
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

    /** The load begins now. */
    public void begin() {
        if (thread != null) {
            thread.start();
        }
    }

    private static void take(Pause pause, long pid) {
        try {
            Thread.sleep(pause.at());
            try {
                signal("-STOP", pid);
                Thread.sleep(pause.length());
            } finally {
                signal("-CONT", pid);
            }
        } catch (InterruptedException over) {
            return;   // the load has ended before
        } catch (IOException e) {
            throw new LabException("cannot stop the server: " + e.getMessage(), e);
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A server that stands still would never stop. */
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
