package socketlab.lab.machine;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import socketlab.results.Environment;

/** The computer that a run ran on, as far as it bears on the figures. */
public final class Machine {
    private static final SystemInfo SYSTEM = new SystemInfo();
    private static final Path SOMAXCONN = Path.of("/proc/sys/net/core/somaxconn");

    private Machine() {}

    /** Its description, with the worst share of stolen time seen, in percent. */
    public static Environment environment(double stolenPercent) {
        return new Environment(
                System.getProperty("java.vendor") + " " + Runtime.version(),
                "%s %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version"),
                        System.getProperty("os.arch")),
                SYSTEM.getHardware().getProcessor().getProcessorIdentifier().getName().strip(),
                Runtime.getRuntime().availableProcessors(), SYSTEM.getHardware().getMemory().getTotal(), openFiles(),
                somaxconn(), stolenPercent);
    }

    /** How many files and sockets this process may have open; {@link Long#MAX_VALUE} where the system does not say. */
    public static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
    }

    /** The most connections the kernel keeps waiting for accept, whatever the backlog asked for; 0 where unknown. */
    public static int somaxconn() {
        try {
            return Files.isReadable(SOMAXCONN) ? Integer.parseInt(firstLine(SOMAXCONN)) : 0;
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    /** A file of {@code /proc} has no size, and {@code Files.readString}, which believes it, may stop too early. */
    static String firstLine(Path file) throws IOException {
        return Files.readAllLines(file).getFirst().strip();
    }

    public static OSProcess process(long pid) {
        return SYSTEM.getOperatingSystem().getProcess((int) pid);
    }
}
