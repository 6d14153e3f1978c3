package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.lab.plan.ServerSetup;

/** A service warns where other machines can connect; a failure to start says what to do. */
class ServerPlanTest {
    private static final ModelRegistry REGISTRY = ModelRegistry.of(ServerPlanTest.class.getClassLoader());

    private static final class WarningService implements ServiceFactory {
        @Override
        public String name() {
            return "warning";
        }

        @Override
        public String summary() {
            return "warns";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Optional<String> warning() {
            return Optional.of("everybody can read it");
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            throw new AssertionError("not needed");
        }
    }

    private static ServerPlan plan(ServiceFactory service, String host) {
        return new ServerPlan(REGISTRY.model("single"), new ServerSetup(service, ServiceOptions.delay(Duration.ZERO),
                Options.defaults().withAddress(new InetSocketAddress(host, 0))));
    }

    private static Optional<String> warning(ServiceFactory service, String host) {
        return plan(service, host).warning();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "127.8.9.1, false", "::1, false", "0.0.0.0, true", "::, true", "192.0.2.1, true"})
    void aServiceWarnsWhereOtherMachinesCanConnect(String host, boolean warned) {
        assertThat(warning(new WarningService(), host).isPresent()).isEqualTo(warned);
        assertThat(warning(REGISTRY.service("chat"), host).isPresent()).isEqualTo(warned);
        assertThat(warning(REGISTRY.service("sleep"), host)).isEmpty();
    }

    @Test
    void aServerThatCannotGoOnIsOneLineWithWhatToDo() {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", 9998);
        String memory = "the server on 127.0.0.1:9998 cannot go on: Java heap space; lower --max-clients, --max-queued or"
                + " --max-message, or give it more memory (JAVA_TOOL_OPTIONS=-Xmx1g)";
        OutOfMemoryError full = new OutOfMemoryError("Java heap space");
        assertThat(ServerPlan.failed(address, full)).isEqualTo(memory);
        assertThat(ServerPlan.failed(address, new ExecutionException(full))).isEqualTo(memory);
        assertThat(ServerPlan.failed(address, new IOException("cannot wait\nfor clients")))
                .isEqualTo("the server on 127.0.0.1:9998 cannot go on: cannot wait for clients");
    }

    @Test
    void anotherPortIsSuggestedOnlyWhereThePortIsTheCause() {
        ServerPlan plan = plan(new WarningService(), "127.0.0.1");
        assertThat(plan.cannotStart(new BindException("Address already in use"))).hasMessage("cannot listen on"
                + " 127.0.0.1:0: Address already in use; choose another --port (0: any free one) or --host");
        assertThat(plan.cannotStart(new IOException("only 3 of 4 threads could be started"))).hasMessage(
                "cannot serve on 127.0.0.1:0: only 3 of 4 threads could be started");
    }
}
