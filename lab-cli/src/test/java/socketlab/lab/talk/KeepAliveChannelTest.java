package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Text;

/** A client that only listens over UDP stays in the room, and comes back under its name. */
@Timeout(60)
class KeepAliveChannelTest {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String GREETING = "> Connected to the chat server (1 user online)";

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private DatagramSocket server;
    private ChatChannel channel;
    private Thread receiver;
    private SocketAddress client;

    @BeforeEach
    void connect() throws IOException {
        server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setSoTimeout(20_000);
        channel = new KeepAliveChannel(new UdpChatChannel(List.of((InetSocketAddress) server.getLocalSocketAddress())), PAUSE);
        receiver = Thread.ofPlatform().start(this::receive);
    }

    @AfterEach
    void close() {
        channel.close();
        server.close();
    }

    private void receive() {
        try {
            for (String message; (message = channel.receive()) != null;) {
                printed.add(message);
            }
            printed.add("the end");
        } catch (IOException end) {
            printed.add(end.getMessage());
        }
    }

    private String received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[1000], 1000);
        server.receive(packet);
        client = packet.getSocketAddress();
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private void send(String message) throws IOException {
        byte[] bytes = utf8(message);
        server.send(new DatagramPacket(bytes, bytes.length, client));
    }

    private String awaitPrinted() throws InterruptedException {
        return printed.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void whoOnlyListensShowsLifeEvenInARoomThatIsNeverSilent() throws Exception {
        channel.send("NAME: alice");
        assertThat(received()).isEqualTo("NAME: alice");
        server.setSoTimeout(10);
        int lives = 0;
        while (lives < 3) {
            send("[127.0.0.1:1] chatter");
            assertThat(awaitPrinted()).isEqualTo("[127.0.0.1:1] chatter");
            lives += showsLife() ? 1 : 0;
        }
    }

    private boolean showsLife() throws IOException {
        try {
            return received().equals("\n");
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    @Test
    void whoIsGreetedAnewAfterASignOfLifeSendsItsNameAgain() throws Exception {
        channel.send("NAME: alice");
        assertThat(received()).isEqualTo("NAME: alice");
        send(GREETING);
        assertThat(received()).as("a sign of life").isEqualTo("\n");
        send(GREETING);   // the server has forgotten us, or is another one
        String next = received();
        while (next.isBlank()) {
            next = received();
        }
        assertThat(next).isEqualTo("NAME: alice");
        assertThat(awaitPrinted()).isEqualTo(GREETING);
        assertThat(awaitPrinted()).isEqualTo(GREETING);
    }

    /** The only client of a server of its own; it shows life so late that what a test receives before is something else. */
    private ChatChannel patient() throws IOException {
        server.close();
        server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setSoTimeout(20_000);
        return new KeepAliveChannel(new UdpChatChannel(List.of((InetSocketAddress) server.getLocalSocketAddress())),
                Duration.ofMinutes(1));
    }

    @Test
    void whoIsGreetedSendsAgainAtOnceSoThatItsAddressIsBelieved() throws Exception {
        try (ChatChannel patient = patient()) {
            patient.send("NAME: bob");
            assertThat(received()).isEqualTo("NAME: bob");
            send(GREETING);
            assertThat(patient.receive()).isEqualTo(GREETING);
            assertThat(received()).isEqualTo("\n");
        }
    }

    @Test
    void afterQuitNothingFollowsOrWeWouldBeSomebodyNew() throws Exception {
        try (ChatChannel quitting = patient()) {
            quitting.send("NAME: bob");
            quitting.send("/quit");
            assertThat(received()).isEqualTo("NAME: bob");
            assertThat(received()).isEqualTo("/quit");
            send(GREETING);
            assertThat(quitting.receive()).isEqualTo(GREETING);
            server.setSoTimeout(100);
            assertThatThrownBy(this::received).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aGoodbyeIsTheEnd() throws Exception {
        channel.send("\n");
        assertThat(received()).isEqualTo("\n");
        send("> You were silent for too long. Goodbye!");
        assertThat(awaitPrinted()).endsWith("Goodbye!");
        assertThat(awaitPrinted()).isEqualTo("the end");
        assertThat(receiver.join(Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void aSignOfLifeFindsOutThatTheServerHasGone() throws Exception {
        channel.send("\n");
        assertThat(received()).isEqualTo("\n");
        server.close();
        assertThat(awaitPrinted()).isEqualTo("Connection refused");
    }

    @Test
    void aGuestJoinsWithAnEmptyLineAndAUserWithItsName() throws Exception {
        InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
        ChatEndpoint guest = new ChatEndpoint(Text.plain(address), List.of(address), Optional.empty(), true, "lines", 100);
        assertThat(guest.firstMessage()).contains("\n");
        assertThat(guest.withName("alice").firstMessage()).contains("NAME: alice");
        assertThat(new ChatEndpoint("x", List.of(address), Optional.empty(), false, "lines", 100).firstMessage()).isEmpty();
        assertThatThrownBy(() -> guest.withName("two words")).hasMessageContaining("one word");
    }
}
