package socketlab.reference.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** The JDK's own HTTP server on its one thread: every request is answered with the same text. */
final class JdkHttpHello implements BareServer {
    private final HttpServer server = HttpServer.create(BareServer.anyPort(), 4096);
    private final CountDownLatch closed = new CountDownLatch(1);

    JdkHttpHello() throws IOException {
        byte[] reply = HELLO.getBytes(US_ASCII);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, reply.length);
                exchange.getResponseBody().write(reply);
            }
        });
        server.start();
    }

    @Override
    public void serve() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        closed.countDown();
    }
}
