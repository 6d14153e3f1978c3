package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
    }

    @Test
    void thePageQuotesTheLinesThatWaitAsTheyAre() {
        assertThat(Sources.text(PAGE).lines()).contains(
                lineWith(SINGLE, "case Sleep("), lineWith(SELECT, "case Sleep("),
                lineWith(MAIN.resolve("ThreadUdpRunner.java"), "queue.take()"));
    }

    private static String lineWith(Path source, String code) {
        List<String> lines = Sources.text(source).lines()
                .filter(line -> line.contains(code)).map(String::strip).toList();
        assertThat(lines).as("lines of " + source + " with " + code).hasSize(1);
        return lines.getFirst();
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
