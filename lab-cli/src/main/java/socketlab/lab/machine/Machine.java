package socketlab.lab.machine;

import static socketlab.core.Text.format;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import socketlab.results.Environment;

/** The computer that a run executes on, as far as it matters for the results. */
public final class Machine {
    private static final SystemInfo SYSTEM = new SystemInfo();
    private static final Path SOMAXCONN = Path.of("/proc/sys/net/core/somaxconn");

    private Machine() {}

    /** Its description for {@code run.json}, with the worst share of stolen time seen, in percent of a core. */
    public static Environment environment(double stolenPercent) {
        return new Environment(lab(),
                System.getProperty("java.vendor") + " " + Runtime.version(),
                format("%s %s %s", System.getProperty("os.name"), System.getProperty("os.version"),
                        System.getProperty("os.arch")),
                new Environment.Hardware(SYSTEM.getHardware().getProcessor().getProcessorIdentifier().getName().strip(),
                        Runtime.getRuntime().availableProcessors(), SYSTEM.getHardware().getMemory().getTotal()),
                new Environment.Limits(openFiles(), somaxconn()), stolenPercent);
    }

    /** The version of {@code lab.jar} and, where the build knew it, its commit; null outside of the jar. */
    private static String lab() {
        String version = Machine.class.getPackage().getImplementationVersion();
        Properties commit = new Properties();
        try (InputStream file = Machine.class.getResourceAsStream("/socketlab/lab/commit.properties")) {
            if (file != null) {
                commit.load(file);
            }
        } catch (IOException unreadable) {
            return version;
        }
        return version == null ? null : (version + " " + commit.getProperty("git.commit.id.abbrev", "")).strip();
    }

    /** How many files and sockets this process may have open; {@link Long#MAX_VALUE} where that is not known. */
    public static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
    }

    /** The longest accept queue that the kernel allows, whatever backlog is asked for; 0 where that is not known. */
    public static int somaxconn() {
        try {
            return Files.isReadable(SOMAXCONN) ? Integer.parseInt(firstLine(SOMAXCONN)) : 0;
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    /** A file of {@code /proc} reports size 0; {@code Files.readString} trusts that and may stop too early. */
    static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).getFirst().strip();
    }

    /** A process of this machine, for its threads, memory and CPU time; null where there is none with this id. */
    public static OSProcess process(long pid) {
        return SYSTEM.getOperatingSystem().getProcess((int) pid);
    }
}
