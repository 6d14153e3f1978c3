package socketlab.select;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module's page shows the loop that runs. */
class SelectHouseTest {

    @Test
    void thePageShowsTheLoopAsItIs() {
        Sources.isShownWhole(Path.of("README.md"), Path.of("src/main/java/socketlab/select/EventLoop.java"));
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }
}
