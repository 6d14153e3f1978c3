package socketlab.udp;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page shows the server as it runs. */
class UdpHouseTest {

    @Test
    void thePageShowsTheServerAsItIs() {
        Sources.isShownWhole(Path.of("README.md"), Path.of("src/main/java/socketlab/udp/UdpServer.java"));
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
