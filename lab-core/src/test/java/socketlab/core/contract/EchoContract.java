package socketlab.core.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Model;
import socketlab.core.Trait;

/** The part of the contract that needs nothing but an echo, so that a program that is not ours can keep it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class EchoContract implements EchoRules {
    /** The one deadline, unless a contract has another: what a rule waits for comes sooner, or not at all. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private ContractFixture fixture;

    protected abstract Model model();

    /** The longest that a rule waits for anything. */
    protected Duration patience() {
        return PATIENCE;
    }

    /** A client of the kind that the model serves. */
    protected TestClient connect(InetSocketAddress server) throws IOException {
        return model().traits().contains(Trait.STREAM) ? StreamClient.to(server, patience())
                : DatagramClient.to(server, patience());
    }

    @Override
    public final ContractFixture fixture() {
        return fixture;
    }

    @BeforeEach
    final void begin() {
        fixture = new ContractFixture(model(), this);
    }

    @AfterEach
    final void end() throws IOException {
        fixture.end();
    }
}
