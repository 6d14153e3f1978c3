package socketlab.lab.machine;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import socketlab.core.Text;
import socketlab.results.Environment;

/** One thing about this machine that bears on the experiments, and what to do where it is in the way. */
public record DoctorCheck(String what, boolean good, String finding) {
    private static final long MANY_FILES = 10_500;
    private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** Everything worth knowing before a class. Takes about a second. */
    public static List<DoctorCheck> all() {
        double stolen = StealDetector.stolenPercent(Duration.ofMillis(500));
        Environment machine = Machine.environment(stolen);
        return List.of(
                new DoctorCheck("jdk", true, machine.jdk() + " in " + System.getProperty("java.home")),
                new DoctorCheck("machine", true, "%s, %s, %d cores, %d MiB of memory".formatted(machine.os(),
                        machine.hardware().cpu(), machine.hardware().cores(), machine.hardware().memoryBytes() >> 20)),
                openFiles(machine.limits().openFiles()), acceptQueue(machine.limits().somaxconn()), ports(), listen(), fonts(),
                new DoctorCheck("selector", true, SelectorProvider.provider().getClass().getSimpleName()),
                new DoctorCheck("stolen time", stolen <= StealDetector.NOISY_PERCENT,
                        "%.1f %% just now; over %.0f %% a run is repeated".formatted(stolen, StealDetector.NOISY_PERCENT)));
    }

    private static DoctorCheck openFiles(long allowed) {
        boolean enough = allowed >= MANY_FILES;
        return new DoctorCheck("open files", enough, allowed + " for each process"
                + (enough ? "" : "; for 10,000 clients raise it: ulimit -n " + MANY_FILES));
    }

    private static DoctorCheck acceptQueue(int most) {
        return most == 0 ? new DoctorCheck("accept queue", true, "this system does not say how long it may be")
                : new DoctorCheck("accept queue", true,
                        "%d connections at most, whatever --backlog says; for more: --preconnect".formatted(most));
    }

    private static DoctorCheck ports() {
        try {
            String[] range = Machine.firstLine(PORT_RANGE).split("\\s+");
            return new DoctorCheck("ports", true, "%s to %s for clients".formatted(range[0], range[1]));
        } catch (IOException notLinux) {
            return new DoctorCheck("ports", true, "this system does not say which it gives to clients");
        }
    }

    private static DoctorCheck listen() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DoctorCheck("loopback", true,
                    "a server can listen on " + Text.plain(socket.getLocalSocketAddress()));
        } catch (IOException e) {
            return new DoctorCheck("loopback", false, "no server can listen: " + e.getMessage());
        }
    }

    private static DoctorCheck fonts() {
        int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        return families > 0 ? new DoctorCheck("fonts", true, families + " families for the charts")
                : new DoctorCheck("fonts", false, "none, so no charts; install fontconfig and any font");
    }
}
