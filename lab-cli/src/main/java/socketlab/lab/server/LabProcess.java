package socketlab.lab.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import socketlab.lab.text.LabException;

/**
 * Another {@code lab} in a JVM of its own, on our streams: what it measures is not warmed by what ran before.
 * {@link #stop} is for any thread.
 */
public record LabProcess(Process process) {

    /**
     * Starts it with these arguments, as if they were typed in that folder.
     *
     * @throws LabException with one line, where no process can be started
     */
    public static LabProcess start(List<String> arguments, Path folder) {
        List<String> command = ServerProcess.command(List.of("-Dlab.home=" + folder.toAbsolutePath()), arguments);
        try {
            return new LabProcess(new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start());
        } catch (IOException e) {
            throw new LabException("cannot start another lab: " + e.getMessage(), e);
        }
    }

    /** Waits until it ends; its exit code. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to stop; it writes down what it has measured so far. */
    public void stop() {
        process.destroy();
    }
}
