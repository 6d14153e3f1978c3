package socketlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.Catalogue;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;

/** A service that has a warning gives it where others can reach it, and only there. */
class ServerPlanTest {

    private static final class Indiscreet implements ServiceFactory {
        @Override
        public String name() {
            return "indiscreet";
        }

        @Override
        public String summary() {
            return "tells everybody";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Optional<String> warning() {
            return Optional.of("everybody hears it; whisper");
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            throw new AssertionError("nobody asked for one");
        }
    }

    private static Optional<String> warning(ServiceFactory service, String host) {
        return new ServerPlan(Catalogue.of(ServerPlanTest.class.getClassLoader()).model("single"), service,
                ServiceOptions.delay(Duration.ZERO),
                Options.defaults().withBind(new InetSocketAddress(host, 0))).warning();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "127.8.9.1, false", "::1, false", "0.0.0.0, true", "::, true", "192.0.2.1, true"})
    void aWarningIsForThoseWhoAreOpenToOthers(String host, boolean warned) {
        assertThat(warning(new Indiscreet(), host).isPresent()).isEqualTo(warned);
        assertThat(warning(Catalogue.of(ServerPlanTest.class.getClassLoader()).service("sleep"), host)).isEmpty();
    }
}
