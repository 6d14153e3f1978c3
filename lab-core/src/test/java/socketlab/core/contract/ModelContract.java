package socketlab.core.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Model;
import socketlab.core.Trait;

/**
 * What every model promises, by theme: a model's test extends this, says which model it means, and is done.
 *
 * <p>A rule that does not apply to a model is skipped by a {@link socketlab.core.Trait} with its reason.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ModelContract implements ConversationRules, OrderRules, ComputeRules, StreamRules,
        CapacityRules, FairnessRules, RestRules, PushRules, SlowReaderRules, HangUpRules, LateRules, LastWordsRules,
        FaultRules, BugRules, StopRules, LeakRules {
    /** The one deadline: whatever a rule waits for comes sooner, or not at all. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private Trial trial;

    protected abstract Model model();

    /** A client of the kind that the model serves. */
    protected Caller call(InetSocketAddress server) throws IOException {
        return model().traits().contains(Trait.STREAM) ? StreamCaller.to(server, PATIENCE)
                : DatagramCaller.to(server, PATIENCE);
    }

    @Override
    public final Trial trial() {
        return trial;
    }

    @BeforeEach
    final void begin() {
        trial = new Trial(model(), this);
    }

    @AfterEach
    final void end() throws IOException {
        trial.end();
    }
}
