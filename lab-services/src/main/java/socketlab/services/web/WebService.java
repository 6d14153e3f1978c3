package socketlab.services.web;

import static socketlab.core.Text.format;

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

/** An HTTP/1.1 server for GET and HEAD (RFC 9110 and 9112), with a page that draws how long four requests wait. */
public final class WebService implements Service {
    /** For a request line, and for the fields: a browser sends all cookies of 127.0.0.1, whatever port set them. */
    private static final int HEAD_BYTES = 16 << 10;

    private final Framing framing;
    private final Router router;

    private WebService(ServiceOptions options, String model) {
        if (options.framing().isPresent()) {
            throw new IllegalArgumentException("web uses HTTP, which has its own framing: leave out --framing");
        }
        options.requireNoWork("web");
        this.framing = new RequestHeadFraming(Math.max(HEAD_BYTES, options.maxMessage()));
        this.router = new Router(options.delay(), model);
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    public Session open(Peer peer) {
        return new WebSession(router, peer.id());
    }

    /** The request line only. */
    @Override
    public String logText(byte[] head) {
        return Text.text(head).lines().findFirst().orElse("");
    }

    /** A kept connection needs no code: after a reply the server reads on, one request at a time. */
    private record WebSession(Router router, long client) implements Session {
        @Override
        public Next onMessage(byte[] head) throws BadRequest {
            return router.route(RequestHead.parse(head), client);
        }

        /** After a malformed request nobody knows where the next one begins, so the connection is closed. */
        @Override
        public Next onBadFrame(FrameException why) {
            HttpStatus status = why instanceof BadRequest bad ? bad.status() : HttpStatus.BAD_REQUEST;
            return new Reply(HttpResponses.error(status).closing(why.getMessage()), Next.HANG_UP);
        }
    }

    /** Registers the service under the name {@code web}. */
    public static final class Factory implements ServiceFactory {
        @Override
        public String name() {
            return "web";
        }

        @Override
        public String summary() {
            return "HTTP: / draws 4 requests as bars, /sleep?ms=1000 waits, /about names model and thread";
        }

        @Override
        public int port() {
            return 8800;
        }

        @Override
        public Duration delay() {
            return Duration.ofSeconds(1);
        }

        /** 5 s: a browser opens connections that it may never use, and each would hold a thread of a blocking model. */
        @Override
        public Optional<Duration> idleTimeout() {
            return Optional.of(Duration.ofSeconds(5));
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
            return Optional.of(format("open http://%s:%d/", host.contains(":") ? "[" + host + "]" : host,
                    address.getPort()));
        }

        @Override
        public Service create(ServiceOptions options, String model) {
            return new WebService(options, model);
        }
    }
}
