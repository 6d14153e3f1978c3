package socketlab.single;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page quotes the code that runs. */
class SingleHouseTest {

    private static final Path PAGE = Path.of("README.md");
    private static final Path MAIN = Path.of("src/main/java/socketlab/single");

    @Test
    void thePageQuotesTheLoopsAndTheSwitchAsTheyAre() {
        Sources.isQuoted(PAGE, MAIN.resolve("SingleServer.java"), "loop");
        Sources.isQuoted(PAGE, MAIN.resolve("BlockingRunner.java"), "loop");
        Sources.isQuoted(PAGE, MAIN.resolve("BlockingRunner.java"), "next");
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
