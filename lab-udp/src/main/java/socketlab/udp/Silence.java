package socketlab.udp;

import java.time.Duration;
import java.util.function.BiConsumer;
import socketlab.core.Options;

/**
 * Sends away those who have been silent for too long: a peer that has gone says nothing, and nothing else tells. It
 * looks at everybody now and then instead of at the clock for every datagram: never early, and a little late.
 */
final class Silence {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final int LOOKS = 8;

    private final Clients clients;
    private final Duration pause;
    private final BiConsumer<Duration, Runnable> clock;

    /** The clock does things later, on the receiving thread. */
    Silence(Clients clients, Options options, BiConsumer<Duration, Runnable> clock) {
        this.clients = clients;
        this.pause = limit(options).dividedBy(LOOKS);
        this.clock = clock;
    }

    /** What a peer may take; never without an end, or the table would only grow. */
    static Duration limit(Options options) {
        return options.idleTimeout().isZero() ? USUAL : options.idleTimeout();
    }

    void begin() {
        clock.accept(pause, this::look);
    }

    private void look() {
        clients.forEach(client -> {
            if (client.place.busy()) {
                client.heard();
            } else if (client.looked() > LOOKS) {
                client.place.hangUp(Duration.ZERO);
            }
        });
        begin();
    }
}
