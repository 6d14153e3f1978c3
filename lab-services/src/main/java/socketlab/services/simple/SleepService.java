package socketlab.services.simple;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import java.time.Duration;
import socketlab.core.Framing;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;

/**
 * Waits for {@code --delay}, sends one line, hangs up: the smallest service that shows the difference between
 * concurrency models. It never waits by itself: the
 * model decides how to wait.
 */
public final class SleepService implements Service {
    private final Framing framing;
    private final SimulatedWork work;
    private final boolean onRequest;
    private final String model;

    private SleepService(ServiceOptions options, String model) {
        this.framing = options.framingOr("lines");
        this.work = new SimulatedWork(options);
        this.onRequest = options.onRequest();
        this.model = model;
    }

    @Override
    public Framing framing() {
        return framing;
    }

    // tag::session
    @Override
    public Session open(Peer peer) {
        return new Session() {
            @Override
            public Next onOpen() {
                return onRequest ? Next.READY : hello(peer);
            }

            @Override
            public Next onMessage(byte[] request) {
                return hello(peer);
            }
        };
    }

    private Next hello(Peer peer) {
        return work.thenReply(() -> new Reply(utf8(format("hello! this is the %s server (client %d, thread %s)",
                model, peer.id(), Thread.currentThread().getName())), Next.HANG_UP));
    }
    // end::session

    /** Registers the service under the name {@code sleep}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "sleep";
        }

        @Override
        public String summary() {
            return "on connect waits --delay, sends one line, hangs up";
        }

        @Override
        public int port() {
            return 9999;
        }

        @Override
        public Duration delay() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new SleepService(options, model);
        }
    }
}
