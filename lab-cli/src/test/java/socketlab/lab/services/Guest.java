package socketlab.lab.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** Somebody in a chat who expects exactly what the transcript says, and waits ten seconds for it at most. */
sealed interface Guest extends AutoCloseable {
    int PATIENCE_MILLIS = 10_000;

    void says(String text) throws IOException;

    /** These messages next, and nothing between them. */
    void hears(String... messages) throws IOException;

    String address();

    @Override
    void close() throws IOException;

    /** Over TCP; {@code end} is what ends a message: a newline, or nothing at all where there is no framing. */
    record OverTcp(Socket socket, String end) implements Guest {
        static OverTcp at(InetSocketAddress server, String end) throws IOException {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            return new OverTcp(socket, end);
        }

        @Override
        public void says(String text) throws IOException {
            sends((text + end).getBytes(UTF_8));
        }

        void sends(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public void hears(String... messages) throws IOException {
            for (String message : messages) {
                byte[] expected = (message + end).getBytes(UTF_8);
                byte[] heard = socket.getInputStream().readNBytes(expected.length);
                assertThat(new String(heard, UTF_8)).isEqualTo(message + end);
            }
        }

        void hearsTheEnd() throws IOException {
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).isEmpty();
        }

        @Override
        public String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Over UDP: a datagram is a message, and nobody hears who has not spoken. */
    record OverUdp(DatagramSocket socket) implements Guest {
        static OverUdp at(InetSocketAddress server) throws IOException {
            DatagramSocket socket = new DatagramSocket();
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new OverUdp(socket);
        }

        @Override
        public void says(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length));
        }

        @Override
        public void hears(String... messages) throws IOException {
            for (String message : messages) {
                DatagramPacket heard = new DatagramPacket(new byte[2048], 2048);
                socket.receive(heard);
                assertThat(new String(Arrays.copyOf(heard.getData(), heard.getLength()), UTF_8)).isEqualTo(message);
            }
        }

        @Override
        public String address() {
            return "127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
