package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page shows the loop as it runs, and its servers differ only in where a peer's steps are run. */
class UdpHouseTest {
    private static final Path HERE = Path.of("src/main/java/socketlab/udp");

    @Test
    void thePageShowsTheLoopAsItIs() {
        Sources.isShownWhole(Path.of("README.md"), HERE.resolve("UdpServer.java"));
    }

    @Test
    void noFileIsLongerThanTwoSlides() {
        Sources.eachFitsOnTwoSlides(Path.of(""));
    }

    @Test
    void theTwoServersThatWaitHaveOneLoop() {
        assertThat(fromTheLoopOn("UdpThreadedServer.java")).isNotEmpty().isEqualTo(fromTheLoopOn("UdpServer.java"));
    }

    /** Past the place where a peer is served, in which they differ. */
    private static List<String> fromTheLoopOn(String server) {
        return Sources.text(HERE.resolve(server)).lines()
                .dropWhile(line -> !line.contains("void receiveLoop()")).toList();
    }
}
