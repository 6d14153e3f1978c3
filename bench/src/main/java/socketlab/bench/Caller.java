package socketlab.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Arrays;

/** A blocking client with one message on its way at a time; whoever waits longer than its patience is given up on. */
sealed interface Caller extends AutoCloseable {
    int PATIENCE_MILLIS = 10_000;

    /** Sends the message and reads as many bytes; false where they are others. */
    boolean echoes(byte[] message) throws IOException;

    @Override
    void close() throws IOException;

    /** Over TCP; {@code heard} has room for one answer. */
    record OverTcp(Socket socket, byte[] heard) implements Caller {
        static OverTcp to(InetSocketAddress server) throws IOException {
            Socket socket = new Socket(server.getAddress(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new OverTcp(socket, new byte[Message.BYTES]);
        }

        @Override
        public boolean echoes(byte[] message) throws IOException {
            socket.getOutputStream().write(message);
            int read = socket.getInputStream().readNBytes(heard, 0, message.length);
            return Arrays.equals(heard, 0, read, message, 0, message.length);
        }

        /** Closes with a reset: whoever closes first otherwise keeps the port for a minute, and there are 28,000. */
        void drop() throws IOException {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Over UDP: a message is a datagram, without an end of its own. */
    record OverUdp(DatagramSocket socket, DatagramPacket heard) implements Caller {
        static OverUdp to(InetSocketAddress server) throws IOException {
            DatagramSocket socket = new DatagramSocket();
            socket.connect(server);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new OverUdp(socket, new DatagramPacket(new byte[Message.BYTES], Message.BYTES));
        }

        @Override
        public boolean echoes(byte[] message) throws IOException {
            socket.send(new DatagramPacket(message, message.length - 1));
            heard.setLength(Message.BYTES);
            socket.receive(heard);
            return Arrays.equals(heard.getData(), 0, heard.getLength(), message, 0, message.length - 1);
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
