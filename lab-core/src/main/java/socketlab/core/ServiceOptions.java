package socketlab.core;

import java.time.Duration;
import java.util.Optional;
import socketlab.core.framing.Framings;

/**
 * What a user may ask of a service; each takes what concerns it.
 *
 * @param delay      how long it waits before it answers
 * @param onRequest  {@code sleep} waits for a first message instead of starting when the client connects
 * @param tag        {@code echo} puts the name of the serving thread before the message
 * @param framing    the framing's name, where it is not to be the service's own
 * @param maxMessage bytes in one message
 * @param chat       what concerns {@code chat} alone
 * @param work       how {@code sleep} and {@code echo} spend the delay
 */
public record ServiceOptions(Duration delay, boolean onRequest, boolean tag, Optional<String> framing, int maxMessage,
        Chat chat, Work work) {
    private static final Duration WARM_UP_DELAY = Duration.ofNanos(100_000);

    /**
     * What a request does during the delay, and which requests take longer.
     *
     * @param cpu  it computes on a core instead of sleeping
     * @param slow the requests that take longer, if any
     */
    public record Work(boolean cpu, Optional<Slow> slow) {
        public static final Work SLEEP = new Work(false, Optional.empty());

        /** The last one of every {@code oneIn} requests takes this long. */
        public record Slow(int oneIn, Duration time) {}
    }

    /**
     * Who may talk in the chat, how fast, and where their accounts are kept.
     *
     * @param accounts      the file they are kept in; {@code :memory:} keeps none
     * @param hashCost      bcrypt's: each step more doubles the time that one guess at a password takes; from 4 to 20
     * @param loginRequired only a client that has logged in enters the room
     * @param rate          messages a second that one client may send; 0: as many as it likes
     * @param maxHashes     passwords that may wait to be hashed; 0: as many as there are
     */
    public record Chat(String accounts, int hashCost, boolean loginRequired, int rate, int maxHashes) {
        public static final String NO_FILE = ":memory:";
        public static final int LEAST_COST = 4;
        public static final int MOST_COST = 20;
        public static final Chat GUESTS = new Chat(NO_FILE, 10, false, 0, 0);
    }

    /** For a service that is no chat, or for one that keeps no accounts. */
    public ServiceOptions(Duration delay, boolean onRequest, boolean tag, Optional<String> framing, int maxMessage) {
        this(delay, onRequest, tag, framing, maxMessage, Chat.GUESTS, Work.SLEEP);
    }

    /** A service that waits this long before it answers, and has its usual settings otherwise. */
    public static ServiceOptions delay(Duration delay) {
        return new ServiceOptions(delay, false, false, Optional.empty(), Options.defaults().limits().maxMessage());
    }

    /** The same, waiting for a first message. */
    public ServiceOptions startingOnRequest() {
        return new ServiceOptions(delay, true, tag, framing, maxMessage, chat, work);
    }

    /** The same for a warm-up: nothing is kept, and the delay is short, but not zero, for waiting must be warm too. */
    public ServiceOptions forWarmUp() {
        Chat unkept = new Chat(Chat.NO_FILE, chat.hashCost, chat.loginRequired, chat.rate, chat.maxHashes);
        Duration shortened = longest().compareTo(WARM_UP_DELAY) < 0 ? longest() : WARM_UP_DELAY;
        return new ServiceOptions(shortened, onRequest, tag, framing, maxMessage, unkept,
                new Work(work.cpu, Optional.empty()));
    }

    /** How long a request takes at most, when nobody else is there. */
    public Duration longest() {
        return work.slow().map(Work.Slow::time).filter(time -> time.compareTo(delay) > 0).orElse(delay);
    }

    /** Throws {@link IllegalArgumentException}, with one line, where the service does no work to choose. */
    public void requireNoWork(String service) {
        if (!work.equals(Work.SLEEP)) {
            throw new IllegalArgumentException(service
                    + " does no such work: --work and --slow are for sleep and echo");
        }
    }

    /** The framing that was asked for, or else the one named here. */
    public Framing framingOr(String usual) {
        return Framings.named(framing.orElse(usual), maxMessage);
    }
}
