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
sealed interface ChatTestClient extends AutoCloseable {
    int TIMEOUT_MILLIS = 10_000;

    void send(String text) throws IOException;

    /** These messages next, and nothing between them. */
    void expect(String... messages) throws IOException;

    String address();

    @Override
    void close() throws IOException;

    /** Over TCP; {@code end} is what ends a message: a newline, or nothing at all where there is no framing. */
    record OverTcp(Socket socket, String end) implements ChatTestClient {
        static OverTcp at(InetSocketAddress server, String end) throws IOException {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            return new OverTcp(socket, end);
        }

        @Override
        public void send(String text) throws IOException {
            sendBytes((text + end).getBytes(UTF_8));
        }

        void sendBytes(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        @Override
        public void expect(String... messages) throws IOException {
            for (String message : messages) {
                byte[] expected = (message + end).getBytes(UTF_8);
                byte[] received = socket.getInputStream().readNBytes(expected.length);
                assertThat(new String(received, UTF_8)).isEqualTo(message + end);
            }
        }

        void expectEnd() throws IOException {
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
    record OverUdp(DatagramSocket socket) implements ChatTestClient {
        static OverUdp at(InetSocketAddress server) throws IOException {
            DatagramSocket socket = new DatagramSocket();
            socket.connect(server);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new OverUdp(socket);
        }

        @Override
        public void send(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length));
        }

        @Override
        public void expect(String... messages) throws IOException {
            for (String message : messages) {
                DatagramPacket received = new DatagramPacket(new byte[2048], 2048);
                socket.receive(received);
                assertThat(new String(Arrays.copyOf(received.getData(), received.getLength()), UTF_8)).isEqualTo(message);
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
