package socketlab.udp;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page quotes the code that runs. */
class UdpHouseTest {
    private static final Path PAGE = Path.of("README.md");
    private static final Path MAIN = Path.of("src/main/java/socketlab/udp");
    private static final Path SINGLE = Path.of("../lab-single/src/main/java/socketlab/single/BlockingRunner.java");
    private static final Path SELECT = Path.of("../lab-select/src/main/java/socketlab/select/NonBlockingRunner.java");

    @Test
    void thePageQuotesTheLoopsAsTheyAre() {
        Sources.isQuoted(PAGE, MAIN.resolve("UdpServer.java"), "loop");
        Sources.isQuoted(PAGE, MAIN.resolve("UdpSelectServer.java"), "loop");
        Sources.isQuoted(PAGE, SINGLE, "loop");
    }

    @Test
    void thePageQuotesTheLinesThatWaitInTheEarlierModules() {
        Sources.isQuoted(PAGE, SINGLE, "next");
        Sources.isQuoted(PAGE, SELECT, "next");
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
