package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A minimal UDP server: one thread, which handles each datagram as the test says. */
public final class TestUdpServer implements AutoCloseable {

    /** Handles one datagram. */
    public interface Handler {
        void handle(String datagram, Sender sender) throws IOException;
    }

    /** The client that sent a datagram. */
    public record Sender(DatagramSocket socket, SocketAddress address) {
        public void reply(String text) throws IOException {
            socket.send(new DatagramPacket(text.getBytes(UTF_8), text.length(), address));
        }
    }

    final AtomicInteger received = new AtomicInteger();
    final Set<SocketAddress> senders = ConcurrentHashMap.newKeySet();
    private final DatagramSocket socket;
    private final Thread receiving;

    public TestUdpServer(Handler handler) throws SocketException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        receiving = Thread.ofPlatform().daemon().name("test-udp-server").start(() -> receive(handler));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void receive(Handler handler) {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            while (true) {
                socket.receive(packet);
                received.incrementAndGet();
                senders.add(packet.getSocketAddress());
                handler.handle(new String(packet.getData(), 0, packet.getLength(), UTF_8),
                        new Sender(socket, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            return;
        }
    }

    static Handler echo() {
        return (datagram, sender) -> sender.reply(datagram);
    }

    @Override
    public void close() {
        socket.close();
        TestTcpServer.join(receiving);
    }
}
