package socketlab.reference.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A platform or virtual thread per client: it reads, and writes every complete line back in one write. */
final class ThreadLineEcho implements BareServer {
    private static final int LONGEST_LINE = 8 << 10;

    private final ServerSocket listener = new ServerSocket();
    private final Thread.Builder threads;

    ThreadLineEcho(Thread.Builder threads) throws IOException {
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
        try (client) {
            client.setTcpNoDelay(true);
            echo(client.getInputStream(), client.getOutputStream());
        } catch (IOException lost) {
            return;   // the client has left
        }
    }

    private static void echo(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[LONGEST_LINE];
        int part = 0;   // bytes of a line whose end has not come
        for (int count; (count = in.read(buffer, part, buffer.length - part)) > 0;) {
            int limit = part + count;
            int end = endOfLines(buffer, part, limit);
            if (end > 0) {
                out.write(buffer, 0, end);
                System.arraycopy(buffer, end, buffer, 0, limit - end);
            }
            part = limit - end;
        }
    }

    /** The end of the last complete line; 0 where there is none. */
    private static int endOfLines(byte[] buffer, int from, int limit) {
        int end = 0;
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                end = i + 1;
            }
        }
        return end;
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
