package socketlab.udp;

import java.time.Duration;
import socketlab.core.Options;
import socketlab.select.EventLoop;

/**
 * Sends away those who have been silent for too long: a peer that has gone says nothing, and nothing else tells. It
 * looks at everybody now and then instead of at the clock for every datagram: never early, and a little late. And where
 * the loop has been held up, what a peer said meanwhile is heard before it is found to have been silent.
 */
final class Silence {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final int LOOKS = 8;

    private final Clients clients;
    private final Duration pause;
    private final EventLoop loop;

    Silence(Clients clients, Options options, EventLoop loop) {
        this.clients = clients;
        this.pause = limit(options).dividedBy(LOOKS);
        this.loop = loop;
    }

    /** What a peer may take; never without an end, or the table would only grow. */
    static Duration limit(Options options) {
        return options.limits().idleTimeout().isZero() ? USUAL : options.limits().idleTimeout();
    }

    void begin() {
        loop.after(pause, this::look);
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
