package socketlab.select;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page quotes the code that runs. */
class SelectHouseTest {

    private static final Path PAGE = Path.of("README.md");
    private static final Path MAIN = Path.of("src/main/java/socketlab/select");

    @Test
    void thePageQuotesTheLoopAndTheSwitchAsTheyAre() {
        Sources.isQuoted(PAGE, MAIN.resolve("EventLoop.java"), "loop");
        Sources.isQuoted(PAGE, MAIN.resolve("NonBlockingConnection.java"), "ready");
        Sources.isQuoted(PAGE, MAIN.resolve("NonBlockingRunner.java"), "next");
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
