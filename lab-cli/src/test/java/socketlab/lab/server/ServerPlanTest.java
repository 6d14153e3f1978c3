package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;

/** A service that has a warning gives it where others can reach it; what fails is told with what to do about it. */
class ServerPlanTest {
    private static final ModelRegistry CATALOGUE = ModelRegistry.of(ServerPlanTest.class.getClassLoader());

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

    private static ServerPlan plan(ServiceFactory service, String host) {
        return new ServerPlan(CATALOGUE.model("single"), service, ServiceOptions.delay(Duration.ZERO),
                Options.defaults().withBind(new InetSocketAddress(host, 0)));
    }

    private static Optional<String> warning(ServiceFactory service, String host) {
        return plan(service, host).warning();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "127.8.9.1, false", "::1, false", "0.0.0.0, true", "::, true", "192.0.2.1, true"})
    void aWarningIsForThoseWhoAreOpenToOthers(String host, boolean warned) {
        assertThat(warning(new Indiscreet(), host).isPresent()).isEqualTo(warned);
        assertThat(warning(CATALOGUE.service("chat"), host).isPresent()).isEqualTo(warned);
        assertThat(warning(CATALOGUE.service("sleep"), host)).isEmpty();
    }

    @Test
    void anotherPortIsAdvisedOnlyWhereThePortIsWhatFailed() {
        ServerPlan plan = plan(new Indiscreet(), "127.0.0.1");
        assertThat(plan.cannotStart(new BindException("Address already in use"))).hasMessage("cannot listen on"
                + " 127.0.0.1:0: Address already in use; choose another --port (0: any free one) or --host");
        assertThat(plan.cannotStart(new IOException("only 3 of 4 threads could be started"))).hasMessage(
                "cannot serve on 127.0.0.1:0: only 3 of 4 threads could be started");
    }
}
