package socketlab.lab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.load.chat.ChatPlan;
import socketlab.load.chat.ChatPlan.Scenario;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.services.pickle.PickleFraming;

/**
 * Clients are members of one chat room: what one sends, all others receive.
 *
 * @param messageBytes length of each message
 * @param slowReader   one more member joins and then stops reading; a run measures without and with it
 */
public record ChatTalk(RequestProtocol protocol, Scenario scenario, int messageBytes, boolean slowReader)
        implements Workload {
    private static final int SENDERS_NAME_BYTES = 256;   // a server puts the sender's name before a message
    private static final Duration STREAM_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TIME_PER_HASH = Duration.ofMillis(500);
    private static final Duration DATAGRAM_TIMEOUT = Duration.ofSeconds(1);   // after that a datagram counts as lost

    /**
     * A talk over a framing of this name.
     *
     * @param maxMessage bytes in one message of a member; what it receives may be longer by its sender's name
     * @throws IllegalArgumentException with one line, where there is no such framing
     */
    public static ChatTalk over(String framing, int maxMessage, Scenario scenario, int messageBytes,
            boolean slowReader) {
        Framing received = Framings.named(framing, maxMessage + SENDERS_NAME_BYTES);
        return new ChatTalk(ChatPlan.protocol(received, messageBytes), scenario, messageBytes, slowReader);
    }

    @Override
    public void check(LoadPlan load, LoadSchedule schedule) {
        if (!schedule.plain()) {
            throw new IllegalArgumentException("a chat sets its own rate:"
                    + " leave out -q, --sweep, --repeat, --warmup, --ramp and --pause");
        }
        plan(load);
    }

    /** With --slow-reader, two levels: without and with it. */
    @Override
    public List<LoadLevel> levels(List<LoadLevel> typed) {
        return slowReader ? List.of(typed.getFirst(), typed.getFirst().withSlowReader()) : typed;
    }

    @Override
    public ChatTalk at(LoadLevel level) {
        return new ChatTalk(protocol, scenario, messageBytes, level.slowReader());
    }

    /** In a classroom a command waits until the server has hashed everybody's password. */
    @Override
    public Optional<Duration> usualTimeout(Transport transport, int members) {
        if (scenario == Scenario.CLASSROOM) {
            return Optional.of(STREAM_TIMEOUT.plus(TIME_PER_HASH.multipliedBy(members)));
        }
        return Optional.of(transport == Transport.UDP ? DATAGRAM_TIMEOUT : STREAM_TIMEOUT);
    }

    /**
     * This talk as the load client takes it.
     *
     * @throws IllegalArgumentException with one line that says what is out of range
     */
    public ChatPlan plan(LoadPlan load) {
        boolean joinsByName = load.protocol().framing() instanceof PickleFraming;
        return new ChatPlan(load, scenario, messageBytes, joinsByName, slowReader);
    }

    /** The scenario as users and results write it. */
    public String scenarioName() {
        return scenario.name().toLowerCase(Locale.ROOT);
    }
}
