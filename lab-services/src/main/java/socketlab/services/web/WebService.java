package socketlab.services.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;
import socketlab.core.Text;

/** HTTP/1.1, as much of it as a browser needs to show what waiting looks like (RFC 9110 and 9112; GET and HEAD). */
public final class WebService implements Service {
    private final Framing framing;
    private final Router site;

    private WebService(ServiceOptions options, String model) {
        if (options.framing().isPresent()) {
            throw new IllegalArgumentException("web speaks HTTP, which has a framing of its own: leave out --framing");
        }
        options.refuseWork("web");
        this.framing = new RequestHeadFraming(options.maxMessage());
        this.site = new Router(options.delay(), model);
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public Session open(Peer peer) {
        return new Conversation(site, peer.id());
    }

    /** Its first line says what was asked for. */
    @Override
    public String shown(byte[] head) {
        return Text.text(head).lines().findFirst().orElse("");
    }

    /** Keep-alive is nothing but reading on: one request is answered before the next is looked at. */
    private record Conversation(Router site, long client) implements Session {
        @Override
        public Next onMessage(byte[] head) throws BadRequest {
            return site.answer(RequestHead.of(head), client);
        }

        /** Where one request is malformed nobody knows where the next one begins. */
        @Override
        public Next onBadFrame(FrameException why) {
            HttpStatus status = why instanceof BadRequest bad ? bad.status() : HttpStatus.BAD_REQUEST;
            return new Reply(HttpResponses.saying(status).last(why.getMessage()), Next.HANG_UP);
        }
    }

    /** Finds it under {@code web}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "web";
        }

        @Override
        public String summary() {
            return "HTTP: / draws 4 requests as bars, /sleep?ms=1000 waits, /about says who answers";
        }

        @Override
        public int port() {
            return 8800;
        }

        @Override
        public Duration delay() {
            return Duration.ofSeconds(1);
        }

        /** A browser opens connections that it may never use. */
        @Override
        public Duration idleTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public byte[] example(Framing framing) {
            return Text.utf8("GET /sleep HTTP/1.1\r\nHost: lab\r\nConnection: close\r\n\r\n");
        }

        @Override
        public boolean needsStream() {
            return true;
        }

        @Override
        public Optional<String> invitation(InetSocketAddress address) {
            String host = address.getAddress().isAnyLocalAddress()
                    ? "127.0.0.1" : address.getAddress().getHostAddress();
            return Optional.of("open http://%s:%d/".formatted(host.contains(":") ? "[" + host + "]" : host,
                    address.getPort()));
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new WebService(options, model);
        }
    }
}
