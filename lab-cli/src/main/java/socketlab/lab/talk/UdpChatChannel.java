package socketlab.lab.talk;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * A chat over UDP: a datagram is a message. UDP has no end of stream, so the chat ends with the server's goodbye, or with ten
 * silent seconds after ours.
 */
final class UdpChatChannel implements ChatChannel {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket = new DatagramSocket();
    private volatile boolean outputEnded;
    private volatile boolean refused;
    private boolean ended;   // by the receiving thread

    UdpChatChannel(InetSocketAddress server) throws IOException {
        socket.connect(server);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(String message) throws IOException {
        byte[] bytes = utf8(message);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (SocketException e) {
            throw refusal(e);
        }
    }

    @Override
    public String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!ended) {
            try {
                socket.receive(packet);
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                ended = UserState.isGoodbye(message);
                return message;
            } catch (SocketTimeoutException silent) {
                ended = outputEnded;
            } catch (SocketException e) {
                throw refusal(e);
            }
        }
        return null;
    }

    /** The kernel reports a refusal to one thread only, the sending or the receiving one; both must know. */
    private IOException refusal(SocketException e) {
        if (e instanceof PortUnreachableException) {
            refused = true;
            close();
        }
        return refused ? new IOException("Connection refused", e) : e;
    }

    @Override
    public void endOutput() {
        outputEnded = true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
