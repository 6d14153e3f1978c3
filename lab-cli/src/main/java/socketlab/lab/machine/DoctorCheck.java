package socketlab.lab.machine;

import static socketlab.core.Text.format;

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
import socketlab.results.statistics.Noise;

/**
 * One property of this machine that matters for the experiments.
 *
 * @param good    false: it limits the experiments, and the finding says what to do
 * @param finding for a person to read
 */
public record DoctorCheck(String what, boolean good, String finding) {
    private static final long MANY_FILES = 10_500;
    private static final Path PORT_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** Everything to know before a class begins. Takes about a second. */
    public static List<DoctorCheck> all() {
        Noise noise = StealDetector.measure(Duration.ofMillis(500));
        Environment machine = Machine.environment(noise.stolenPercent());
        return List.of(
                new DoctorCheck("jdk", true, machine.jdk() + " in " + System.getProperty("java.home")),
                new DoctorCheck("machine", true, format("%s, %s, %d cores, %d MiB of memory", machine.os(),
                        machine.hardware().cpu(), machine.hardware().cores(), machine.hardware().memoryBytes() >> 20)),
                openFiles(machine.limits().openFiles()), acceptQueue(machine.limits().somaxconn()), ports(), listen(), fonts(),
                new DoctorCheck("selector", true, SelectorProvider.provider().getClass().getSimpleName()),
                stolen(noise));
    }

    private static DoctorCheck stolen(Noise noise) {
        boolean quiet = noise.stolenPercent() <= StealDetector.NOISY_PERCENT;
        return new DoctorCheck("stolen time", quiet, NoiseText.of(noise)
                + (quiet ? "" : "; close other programs before you measure") + NoiseText.otherLabs());
    }

    private static DoctorCheck openFiles(long allowed) {
        boolean enough = allowed >= MANY_FILES;
        return new DoctorCheck("open files", enough, allowed + " per process"
                + (enough ? "" : "; for 10,000 clients raise it: ulimit -n " + MANY_FILES));
    }

    private static DoctorCheck acceptQueue(int most) {
        return most == 0 ? new DoctorCheck("accept queue", true, "this system does not report its limit")
                : new DoctorCheck("accept queue", true,
                        format("at most %d connections, whatever --backlog asks for; for more clients use --preconnect", most));
    }

    private static DoctorCheck ports() {
        try {
            String[] range = Machine.firstLine(PORT_RANGE).split("\\s+");
            return new DoctorCheck("ports", true, format("%s to %s for clients", range[0], range[1]));
        } catch (IOException notLinux) {
            return new DoctorCheck("ports", true, "this system does not report which ports clients get");
        }
    }

    private static DoctorCheck listen() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DoctorCheck("loopback", true,
                    "servers can listen, for example on " + Text.plain(socket.getLocalSocketAddress()));
        } catch (IOException e) {
            return new DoctorCheck("loopback", false, "no server can listen: " + e.getMessage());
        }
    }

    private static DoctorCheck fonts() {
        int families = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
        return families > 0 ? new DoctorCheck("fonts", true, families + " font families for the charts")
                : new DoctorCheck("fonts", false, "none, so charts cannot be drawn; install fontconfig and any font");
    }
}
