package socketlab.load.loop;

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

/** A server to be loaded, as small as can be: a thread for each connection, which does what the test says. */
public final class TinyServer implements AutoCloseable {

    /** What is done with one connection; it is closed afterwards, and a failure only ends this one. */
    public interface Serves {
        void serve(Socket client) throws IOException, InterruptedException;
    }

    public final AtomicInteger accepted = new AtomicInteger();
    private final ServerSocket socket;
    private final Thread accepting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public TinyServer(Serves serves) {
        try {
            socket = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = Thread.ofVirtual().start(() -> accept(serves));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** How many clients it holds. */
    int openNow() {
        return open.size();
    }

    private void accept(Serves serves) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serveOne(client, serves));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serveOne(Socket client, Serves serves) {
        try (client) {
            client.setTcpNoDelay(true);
            serves.serve(client);
        } catch (IOException | InterruptedException gone) {
            return;   // the client's doing or the test's end
        } finally {
            open.remove(client);
        }
    }

    /** Reads a line, without its newline; null at the end of the stream. */
    public static String line(Socket client) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = client.getInputStream().read(); c >= 0; c = client.getInputStream().read()) {
            if (c == '\n') {
                return line.toString();
            }
            line.append((char) c);
        }
        return null;
    }

    public static void say(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes());
        out.flush();
    }

    /** Sends every line back behind the tag, until the client leaves. */
    public static Serves echo(String tag) {
        return client -> {
            for (String line = line(client); line != null; line = line(client)) {
                say(client, tag + line + "\n");
            }
        };
    }

    /** Says nothing until the client leaves. */
    public static void listenOnly(Socket client) throws IOException {
        while (client.getInputStream().read() >= 0) {
            continue;
        }
    }

    /** Waits until it has ended, and no longer than a test may. */
    public static void join(Thread thread) {
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
        join(accepting);   // the system goes on listening until nobody is inside accept any more
    }
}
