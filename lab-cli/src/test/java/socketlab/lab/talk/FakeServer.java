package socketlab.lab.talk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import socketlab.core.Text;

/** A server that sends what the test tells it to, on a port of its own. */
final class FakeServer implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final ServerSocket listener;

    FakeServer() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(TIMEOUT_MILLIS);
    }

    ChatEndpoint endpoint(String name) {
        return endpoint(name, "lines");
    }

    ChatEndpoint endpoint(String name, String framing) {
        InetSocketAddress address = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        return new ChatEndpoint(Text.plain(address), List.of(address), Optional.ofNullable(name), false, framing, 100);
    }

    Connection accept() throws IOException {
        return new Connection(listener.accept());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** The server's side of one connection. */
    static final class Connection {
        private final Socket socket;
        private final BufferedReader lines;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(TIMEOUT_MILLIS);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String address() {
            return "127.0.0.1:" + socket.getPort();
        }

        void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        /** The client's next line; null at the end. */
        String receive() throws IOException {
            return lines.readLine();
        }

        void hangUp() throws IOException {
            socket.close();
        }
    }
}
