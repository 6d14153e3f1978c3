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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A chat over UDP: a datagram is a message. UDP has no end of stream, so the chat ends with the server's goodbye, or with ten
 * silent seconds after ours.
 *
 * <p>Where the server's name has several addresses, nobody knows that one is wrong before the first datagram comes back as
 * refused; then what was sent is sent to the next one.
 */
final class UdpChatChannel implements ChatChannel {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int FIRST_TIMEOUT_MILLIS = 200;   // while the server's address is not known yet
    private static final int LARGEST = 65_535;
    private static final int MOST_UNANSWERED = 64;         // the first messages: a pipe may have any number

    private final DatagramSocket socket = new DatagramSocket();
    private final Deque<InetSocketAddress> others;                 // under the monitor: addresses that are still to be tried
    private final List<byte[]> unanswered = new ArrayList<>();     // under the monitor: sent before anything came, unless others is empty
    private volatile boolean outputEnded;
    private volatile boolean refused;
    private boolean ended;          // by the receiving thread
    private long silentSince = System.nanoTime();   // by the receiving thread

    /** Of these addresses the first is taken; the others follow where it refuses. */
    UdpChatChannel(List<InetSocketAddress> servers) throws IOException {
        others = new ArrayDeque<>(servers.subList(1, servers.size()));
        socket.connect(servers.getFirst());
        socket.setSoTimeout(others.isEmpty() ? TIMEOUT_MILLIS : FIRST_TIMEOUT_MILLIS);
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(String message) throws IOException {
        byte[] bytes = utf8(message);
        boolean hasOthers = keepUnanswered(bytes);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (PortUnreachableException e) {
            refused = true;
            if (!hasOthers) {   // else the receiving thread goes on to the next address: only there nobody waits in receive
                throw refusal(e);
            }
        } catch (SocketException e) {
            throw refusal(e);
        }
    }

    private synchronized boolean keepUnanswered(byte[] message) {
        if (!others.isEmpty() && unanswered.size() < MOST_UNANSWERED) {
            unanswered.add(message);
        }
        return !others.isEmpty();
    }

    @Override
    public String receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!ended) {
            try {
                socket.receive(packet);
                confirm();
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                ended = UserState.isGoodbye(message);
                return message;
            } catch (SocketTimeoutException silent) {
                if (refused) {
                    tryNext(new SocketException("Connection refused"));
                }
                ended = outputEnded && System.nanoTime() - silentSince >= TIMEOUT_MILLIS * 1_000_000L;
            } catch (PortUnreachableException e) {
                tryNext(e);
            } catch (SocketException e) {
                throw refusal(e);
            }
        }
        return null;
    }

    /** Something has come from the server: this is its address. */
    private synchronized void confirm() throws SocketException {
        silentSince = System.nanoTime();
        if (socket.getSoTimeout() != TIMEOUT_MILLIS) {
            others.clear();
            unanswered.clear();
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    private synchronized void tryNext(SocketException refusal) throws IOException {
        InetSocketAddress next = others.poll();
        if (next == null) {
            throw refusal(refusal);
        }
        refused = false;
        socket.disconnect();
        socket.connect(next);
        for (byte[] message : unanswered) {
            socket.send(new DatagramPacket(message, message.length));
        }
    }

    /** The kernel reports a refusal to one thread only, the sending or the receiving one; both must know. */
    private IOException refusal(SocketException e) {
        if (e instanceof PortUnreachableException) {
            refused = true;
        }
        if (refused) {
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
