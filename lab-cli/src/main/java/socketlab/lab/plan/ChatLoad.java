package socketlab.lab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.load.chat.ChatPlan.Scenario;
import socketlab.load.chat.ChatPlan;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.services.pickle.PickleFraming;

/**
 * What a load that is a chat takes besides.
 *
 * @param messageBytes length of each message
 * @param slowReader   one more member enters and then stops reading; in a comparison, with and without
 */
public record ChatLoad(Scenario scenario, int messageBytes, boolean slowReader) {
    private static final int SPEAKERS_NAME = 256;   // what a server puts before a message comes on top of it
    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(30);
    private static final Duration HASH_PATIENCE = Duration.ofMillis(500);
    private static final Duration DATAGRAM_PATIENCE = Duration.ofSeconds(1);   // what has not come by then is lost

    /** What members say and hear; hearing takes more room than saying. */
    public RequestProtocol conversation(String framing, int maxMessage) {
        Framing roomy = Framings.named(framing, maxMessage + SPEAKERS_NAME);
        return ChatPlan.protocol(roomy, messageBytes);
    }

    /** Throws {@link IllegalArgumentException} with one line when it cannot be done so. */
    public ChatPlan plan(LoadPlan load, LoadSchedule pacing) {
        if (!pacing.plain()) {
            throw new IllegalArgumentException(
                    "a chat goes at its own pace: leave out -q, --sweep, --repeat, --warmup, --ramp and --pause");
        }
        return plan(load);
    }

    /** How each model is measured: as it stands, or without and then with a slow reader. */
    public List<LoadLevel> levels(List<LoadLevel> usual) {
        return slowReader ? List.of(usual.getFirst(), usual.getFirst().slowly()) : usual;
    }

    public ChatPlan plan(LoadPlan load) {
        return new ChatPlan(load, scenario, messageBytes,
                load.protocol().framing() instanceof PickleFraming, slowReader);
    }

    ChatLoad withSlowReader(boolean slow) {
        return new ChatLoad(scenario, messageBytes, slow);
    }

    /** How long a message or a command may take, where nobody says: in a classroom, as long as everybody's hashes. */
    public Duration patience(Transport transport, int members) {
        if (scenario == Scenario.CLASSROOM) {
            return STREAM_PATIENCE.plus(HASH_PATIENCE.multipliedBy(members));
        }
        return transport == Transport.UDP ? DATAGRAM_PATIENCE : STREAM_PATIENCE;
    }

    /** As people and results write it. */
    public String scenarioName() {
        return scenario.name().toLowerCase(Locale.ROOT);
    }
}
