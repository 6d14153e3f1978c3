package socketlab.reference.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.microhttp.EventLoop;
import org.microhttp.Header;
import org.microhttp.NoopLogger;
import org.microhttp.OptionsBuilder;
import org.microhttp.Response;

/** microhttp with one event loop: every request is answered with the same text. */
final class MicrohttpHello implements BareServer {
    private static final Response REPLY = new Response(200, "OK", List.of(new Header("Content-Type", "text/plain")),
            HELLO.getBytes(US_ASCII));

    private final EventLoop loop;

    MicrohttpHello() throws IOException {
        loop = new EventLoop(OptionsBuilder.newBuilder().withHost(InetAddress.getLoopbackAddress().getHostAddress()).withPort(0)
                .withConcurrency(1).withReuseAddr(true).withAcceptLength(4096).build(), NoopLogger.instance(),
                (request, reply) -> reply.accept(REPLY));
        loop.start();
    }

    @Override
    public void serve() {
        try {
            loop.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InetSocketAddress address() {
        try {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), loop.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        loop.stop();
    }
}
