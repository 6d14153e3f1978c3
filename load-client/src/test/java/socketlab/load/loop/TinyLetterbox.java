package socketlab.load.loop;

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

/** A server for datagrams, as small as can be: one thread, which does what the test says with each of them. */
public final class TinyLetterbox implements AutoCloseable {

    /** What is done with one letter. */
    public interface Serves {
        void serve(String letter, Sender sender) throws IOException;
    }

    /** Whom the answers go to. */
    public record Sender(DatagramSocket socket, SocketAddress address) {
        public void say(String text) throws IOException {
            socket.send(new DatagramPacket(text.getBytes(), text.length(), address));
        }
    }

    final AtomicInteger received = new AtomicInteger();
    final Set<SocketAddress> senders = ConcurrentHashMap.newKeySet();
    private final DatagramSocket socket;
    private final Thread receiving;

    public TinyLetterbox(Serves serves) throws SocketException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        receiving = Thread.ofPlatform().daemon().name("letterbox").start(() -> receive(serves));
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void receive(Serves serves) {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        try {
            while (true) {
                socket.receive(packet);
                received.incrementAndGet();
                senders.add(packet.getSocketAddress());
                serves.serve(new String(packet.getData(), 0, packet.getLength()),
                        new Sender(socket, packet.getSocketAddress()));
            }
        } catch (IOException closed) {
            return;
        }
    }

    public static Serves echo() {
        return (letter, sender) -> sender.say(letter);
    }

    @Override
    public void close() {
        socket.close();
        TinyServer.join(receiving);
    }
}
