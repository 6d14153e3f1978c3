package socketlab.load;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * A few requests to nobody but ourselves, before the clock starts: otherwise the first client would be charged for the
 * loading of classes, some 10 ms of it.
 */
final class Rehearsal {
    private static final int REQUESTS = 20;
    private static final int LETTER_BYTES = 64;

    private Rehearsal() {}

    /** Takes a second at most. */
    static void of(LoadPlan plan) throws IOException, InterruptedException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket mirror = new ServerSocket(0, REQUESTS, here);
                DatagramSocket letters = new DatagramSocket(0, here)) {
            boolean udp = plan.transport() == Transport.UDP;
            Thread.ofPlatform().daemon().name("rehearsal").start(udp ? () -> reflect(letters) : () -> reflect(mirror));
            SocketAddress address = udp ? letters.getLocalSocketAddress() : mirror.getLocalSocketAddress();
            new LoadClient(towards((InetSocketAddress) address, plan), Watcher.NONE).perform();
        }
    }

    /** The same bytes back, in whatever framing: that is an echo in each. */
    private static void reflect(ServerSocket mirror) {
        for (int i = 0; i < REQUESTS; i++) {
            try (Socket client = mirror.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException over) {
                return;   // a rehearsal that fails is a cold start, and no fault
            }
        }
    }

    private static void reflect(DatagramSocket mirror) {
        DatagramPacket letter = new DatagramPacket(new byte[LETTER_BYTES], LETTER_BYTES);
        try {
            while (true) {
                mirror.receive(letter);
                mirror.send(letter);
            }
        } catch (IOException over) {
            return;   // closed, for the rehearsal is over
        }
    }

    private static LoadPlan towards(InetSocketAddress mirror, LoadPlan plan) {
        Conversation echo = Conversation.echo(plan.conversation().framing(), 1);
        Conversation hangingUp = new Conversation(echo.framing(), false, echo.says(), echo.right());
        return LoadPlan.closed(mirror, hangingUp, 1, REQUESTS).withTransport(plan.transport())
                .withTimeout(Duration.ofMillis(50)).withNoDelay(plan.noDelay()).withZeroNanos(plan.zeroNanos());
    }
}
