package socketlab.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Arrays;

/** A blocking client with one message in flight; it fails when a reply takes longer than 10 s. */
sealed interface EchoClient extends AutoCloseable {
    int TIMEOUT_MILLIS = 10_000;

    /** Sends the message and reads as many bytes; false where they differ. */
    boolean echo(byte[] message) throws IOException;

    @Override
    void close() throws IOException;

    /** Over TCP; the buffer has room for one reply. */
    record OverTcp(Socket socket, byte[] buffer) implements EchoClient {
        static OverTcp connect(InetSocketAddress server) throws IOException {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new OverTcp(socket, new byte[Message.BYTES]);
        }

        @Override
        public boolean echo(byte[] message) throws IOException {
            socket.getOutputStream().write(message);
            int read = socket.getInputStream().readNBytes(buffer, 0, message.length);
            return Arrays.equals(buffer, 0, read, message, 0, message.length);
        }

        /** Closes with RST: a normal close keeps the client's port in TIME_WAIT for a minute, and there are 28,000. */
        void reset() throws IOException {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Over UDP: a message is a datagram, without the newline. */
    record OverUdp(DatagramSocket socket, DatagramPacket packet) implements EchoClient {
        static OverUdp connect(InetSocketAddress server) throws IOException {
            DatagramSocket socket = new DatagramSocket();
            socket.connect(server);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new OverUdp(socket, new DatagramPacket(new byte[Message.BYTES], Message.BYTES));
        }

        @Override
        public boolean echo(byte[] message) throws IOException {
            socket.send(new DatagramPacket(message, message.length - 1));
            packet.setLength(Message.BYTES);
            socket.receive(packet);
            return Arrays.equals(packet.getData(), 0, packet.getLength(), message, 0, message.length - 1);
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
