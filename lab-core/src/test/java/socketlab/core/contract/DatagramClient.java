package socketlab.core.contract;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/** A client that sends datagrams, one for each message; it never sees an end, for UDP has none. */
public final class DatagramClient implements TestClient {
    private final DatagramSocket socket;
    private final InetSocketAddress server;
    private final int patienceMillis;
    private final byte[] buffer = new byte[1 << 16];
    private String ahead;   // received, but not asked for yet

    private DatagramClient(InetSocketAddress server, Duration patience) throws IOException {
        this.server = server;
        // Not connected: on a connected socket the JDK takes an empty datagram for nothing to send.
        socket = new DatagramSocket(new InetSocketAddress(server.getAddress(), 0));
        patienceMillis = Math.toIntExact(patience.toMillis());
    }

    public static DatagramClient to(InetSocketAddress server, Duration patience) throws IOException {
        return new DatagramClient(server, patience);
    }

    @Override
    public void send(String message) throws IOException {
        send(utf8(message));
    }

    public void send(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length, server));
    }

    @Override
    public String receive() throws IOException {
        String received = ahead == null ? receive(patienceMillis) : ahead;
        ahead = null;
        return received;
    }

    @Override
    public boolean receivesNothingFor(Duration silence) throws IOException {
        try {
            ahead = ahead == null ? receive(Math.toIntExact(silence.toMillis())) : ahead;
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        }
    }

    private String receive(int millis) throws IOException {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.setSoTimeout(millis);
        socket.receive(packet);
        return text(Arrays.copyOf(buffer, packet.getLength()));
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() {
        socket.close();
    }
}
