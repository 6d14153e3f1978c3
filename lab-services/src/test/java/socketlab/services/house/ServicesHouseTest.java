package socketlab.services.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** The module's page quotes the source as it is, and no service contains a socket or waits by itself. */
class ServicesHouseTest {
    private static final Path MODULE = Path.of("");
    private static final Path SLEEP = Path.of("src/main/java/socketlab/services/simple/SleepService.java");

    @Test
    void thePageQuotesTheSleepSession() {
        Sources.isQuoted(Path.of("README.md"), SLEEP, "session");
    }

    @Test
    void noServiceContainsASocketOrAThreadOrWaits() {
        assertThat(Sources.of(MODULE)).isNotEmpty().allSatisfy(file -> assertThat(Sources.text(file))
                .doesNotContain("java.net.Socket;", "java.net.ServerSocket", "java.nio.channels", "Thread.sleep",
                        "Thread.of", "new Thread("));
    }
}
