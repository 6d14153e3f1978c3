package socketlab.reference.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A platform or virtual thread per client: it reads a line, sleeps for a second, replies and closes. */
final class ThreadSleep implements BareServer {
    private static final long SLEEP_MILLIS = 1_000;
    private static final byte[] REPLY = "hello!\n".getBytes(US_ASCII);

    private final ServerSocket listener = new ServerSocket();
    private final Thread.Builder threads;

    ThreadSleep(Thread.Builder threads) throws IOException {
        this.threads = threads;
        listener.bind(BareServer.anyPort(), 4096);
    }

    @Override
    public void serve() throws IOException {
        while (!listener.isClosed()) {
            Socket client;
            try {
                client = listener.accept();
            } catch (IOException closed) {
                return;
            }
            threads.start(() -> serve(client));
        }
    }

    private static void serve(Socket client) {
        byte[] buffer = new byte[256];
        try (client) {
            client.setTcpNoDelay(true);
            int count;
            do {
                count = client.getInputStream().read(buffer);
            } while (count > 0 && buffer[count - 1] != '\n');
            if (count > 0) {
                Thread.sleep(SLEEP_MILLIS);
                client.getOutputStream().write(REPLY);
            }
        } catch (IOException | InterruptedException gone) {
            return;   // the client has left, or the server ends
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
