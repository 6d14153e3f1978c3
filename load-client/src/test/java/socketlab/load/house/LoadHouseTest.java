package socketlab.load.house;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** The module's page quotes its loop as it is, and every file holds one idea. */
class LoadHouseTest {
    private static final Path MODULE = Path.of("");
    private static final Path LOOP = Path.of("src/main/java/socketlab/load/loop/LoadLoop.java");

    @Test
    void thePageQuotesTheLoop() {
        Sources.isQuoted(Path.of("README.md"), LOOP, "loop");
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(MODULE);
    }
}
