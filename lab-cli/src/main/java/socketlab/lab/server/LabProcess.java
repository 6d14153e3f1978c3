package socketlab.lab.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import socketlab.lab.text.LabException;

/**
 * {@code lab} once more, in a JVM of its own, on our streams: what it measures is not warmed by what ran before.
 * {@link #stop} is for any thread.
 *
 * @param process the new one
 */
public record LabProcess(Process process) {

    /** Starts it with these words, as if they were typed in that folder. */
    public static LabProcess start(List<String> words, Path folder) {
        List<String> command = ServerProcess.command(List.of("-Dlab.home=" + folder.toAbsolutePath()), words);
        try {
            return new LabProcess(new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start());
        } catch (IOException e) {
            throw new LabException("cannot start lab once more: " + e.getMessage(), e);
        }
    }

    /** Waits for its end and returns its exit code. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end; it writes down what it has so far. */
    public void stop() {
        process.destroy();
    }
}
