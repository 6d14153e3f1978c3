package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal TCP server: a thread for each connection, which handles it as the test says. */
public final class TestTcpServer implements AutoCloseable {

    /** Handles one connection; it is closed afterwards, and a failure only ends this one. */
    public interface Handler {
        void handle(Socket client) throws IOException, InterruptedException;
    }

    public final AtomicInteger accepted = new AtomicInteger();
    private final ServerSocket socket;
    private final Thread accepting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public TestTcpServer(Handler handler) {
        try {
            socket = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(() -> accept(handler));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** How many connections are open now. */
    int openConnections() {
        return open.size();
    }

    private void accept(Handler handler) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serveOne(client, handler));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serveOne(Socket client, Handler handler) {
        try (client) {
            client.setTcpNoDelay(true);
            handler.handle(client);
        } catch (IOException | InterruptedException closedServer) {
            return;   // the client closed its connection, or the test has ended
        } finally {
            open.remove(client);
        }
    }

    /** Reads a line, without its newline; null at the end of the stream. */
    public static String readLine(Socket client) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = client.getInputStream().read(); c >= 0; c = client.getInputStream().read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return null;
    }

    public static void send(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    /** Sends every line back after the tag, until the client closes its connection. */
    public static Handler echo(String tag) {
        return client -> {
            for (String line = readLine(client); line != null; line = readLine(client)) {
                send(client, tag + line + "\n");
            }
        };
    }

    /** Reads and sends nothing, until the client closes its connection. */
    public static void discardInput(Socket client) throws IOException {
        while (client.getInputStream().read() >= 0) {
            // skipped
        }
    }

    /** Waits until the thread has ended, 10 s at most. */
    static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
        join(accepting);   // the socket stays bound until no thread is inside accept
    }
}
