package socketlab.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start {@code lab.jar}: as a user does, but what it does is what they ask, not how fast this machine is. */
public final class LabJar {
    public static final Path FILE = Path.of(System.getProperty("lab.jar")).toAbsolutePath();

    private LabJar() {}

    /** The command that starts {@code lab} with these words. */
    static List<String> command(String... words) {
        return command(List.of(), words);
    }

    /** The same with flags for the JVM. */
    public static List<String> command(List<String> flags, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");   // it has ended before the second compiler has paid for itself
        command.add("-Dlab.attempts=1");             // beside other tests every machine is noisy
        command.addAll(flags);
        command.addAll(List.of("-jar", FILE.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
