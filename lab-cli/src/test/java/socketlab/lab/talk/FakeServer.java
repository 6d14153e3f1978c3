package socketlab.lab.talk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import socketlab.core.Text;

/** A server that says what the test tells it to, on a port of its own. */
final class FakeServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listener;

    FakeServer() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(PATIENCE_MILLIS);
    }

    ChatEndpoint target(String name) {
        return target(name, "lines");
    }

    ChatEndpoint target(String name, String framing) {
        InetSocketAddress here = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        return new ChatEndpoint(Text.plain(here), here, Optional.ofNullable(name), false, framing, 100);
    }

    Guest accept() throws IOException {
        return new Guest(listener.accept());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** One who has connected. */
    static final class Guest {
        private final Socket socket;
        private final BufferedReader lines;

        Guest(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String address() {
            return "127.0.0.1:" + socket.getPort();
        }

        void say(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }

        /** What the client says next; null when it has left. */
        String hear() throws IOException {
            return lines.readLine();
        }

        void hangUp() throws IOException {
            socket.close();
        }
    }
}
