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

/** Talk over UDP: a datagram is a message. There is no end of it, so a farewell is the end, or a silence. */
final class UdpChatChannel implements ChatChannel {
    private static final int SILENCE_MILLIS = 10_000;
    private static final int LARGEST = 65_535;

    private final DatagramSocket socket = new DatagramSocket();
    private volatile boolean finished;
    private volatile boolean refused;
    private boolean dismissed;   // by the thread that hears

    UdpChatChannel(InetSocketAddress server) throws IOException {
        socket.connect(server);
        socket.setSoTimeout(SILENCE_MILLIS);
    }

    @Override
    public InetSocketAddress here() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void say(String message) throws IOException {
        byte[] bytes = utf8(message);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (SocketException e) {
            throw refusal(e);
        }
    }

    @Override
    public String hear() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!dismissed) {
            try {
                socket.receive(packet);
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                dismissed = UserState.dismissedBy(message);
                return message;
            } catch (SocketTimeoutException silence) {
                dismissed = finished;
            } catch (SocketException e) {
                throw refusal(e);
            }
        }
        return null;
    }

    /** The system tells it to one of us, who says or who hears; both must know. */
    private IOException refusal(SocketException e) {
        if (e instanceof PortUnreachableException) {
            refused = true;
            close();
        }
        return refused ? new IOException("Connection refused", e) : e;
    }

    @Override
    public void finish() {
        finished = true;
    }

    @Override
    public void close() {
        socket.close();
    }
}
