package socketlab.core.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** This module's page quotes the code that runs, and the module opens no sockets. */
class CoreHouseTest {
    private static final Path HERE = Path.of("");

    @Test
    void thePageShowsTheSeamAsItIs() {
        Sources.isShownWhole(Path.of("README.md"), Path.of("src/main/java/socketlab/core/Next.java"));
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(HERE);
    }

    @Test
    void theCoreKnowsNoSockets() {
        assertThat(Sources.of(HERE)).isNotEmpty().allSatisfy(file -> assertThat(Sources.text(file))
                .doesNotContain("java.net.Socket;", "java.net.ServerSocket", "java.nio.channels"));
    }
}
