package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.FrameException;
import socketlab.services.chat.ChatSession.Rules;

/** Chat sessions as values: no socket, no thread. */
class ChatSessionTest {
    private static final Rules OPEN = new Rules(false, false, 0, () -> 0);

    private final Room room = new Room();
    private final Accounts accounts = Accounts.open(":memory:", new CountingHasher());
    private final Authenticator authenticator = new Authenticator(accounts, new LoginThrottle(() -> 0), new HashQueue(0,
            () -> 0));

    @AfterEach
    void close() {
        accounts.close();
    }

    private RecordingPeer peer(int port, Rules rules) throws Exception {
        RecordingPeer peer = new RecordingPeer(port);
        return peer.open(new ChatSession(peer, room, rules, authenticator));
    }

    private RecordingPeer peer(int port) throws Exception {
        return peer(port, OPEN);
    }

    @Test
    void aNewClientIsGreetedAndTheOthersAreToldWhoJoinsAndLeaves() throws Exception {
        RecordingPeer first = peer(5001);
        assertThat(first.received()).containsExactly("> Connected to the chat server (1 user online)");
        RecordingPeer second = peer(5002);
        assertThat(second.received()).containsExactly("> Connected to the chat server (2 users online)");
        assertThat(first.received()).containsExactly("> New user 127.0.0.1:5002 entered (2 users online)");
        second.leave();
        assertThat(first.received()).containsExactly("< The user 127.0.0.1:5002 left (1 user online)");
        assertThat(second.received()).isEmpty();
    }

    @Test
    void aMessageGoesToEverybodyElse() throws Exception {
        RecordingPeer first = peer(5001);
        RecordingPeer second = peer(5002);
        RecordingPeer third = peer(5003);
        second.received();
        third.received();
        assertThat(first.send("  hello,  you two \r\n")).isEmpty();
        assertThat(second.received()).containsExactly("[127.0.0.1:5001]   hello,  you two");
        assertThat(third.received()).containsExactly("[127.0.0.1:5001]   hello,  you two");
    }

    @Test
    void aBroadcastAlsoReachesItsSender() throws Exception {
        RecordingPeer first = peer(5001);
        RecordingPeer second = peer(5002);
        second.received();
        assertThat(first.send("/broadcast hello")).containsExactly("[127.0.0.1:5001] hello");
        assertThat(second.received()).containsExactly("[127.0.0.1:5001] hello");
        assertThat(first.send("/broadcast")).containsExactly("Usage: /broadcast TEXT");
    }

    @Test
    void aNameInTheFirstMessageBecomesTheClientsName() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer alice = peer(5002);
        assertThat(alice.send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
        assertThat(alice.label).isEqualTo("alice");
        other.received();
        alice.send("hello");
        alice.send("NAME: bob");
        alice.leave();
        assertThat(other.received()).containsExactly("[alice@127.0.0.1:5002] hello",
                "[alice@127.0.0.1:5002] NAME: bob", "< The user alice@127.0.0.1:5002 left (1 user online)");
    }

    @Test
    void aNameInUseIsRefusedInAnyCaseUntilItsOwnerLeaves() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("NAME: alice");
        assertThat(peer(5002).send("NAME: ALICE")).containsExactly("The name ALICE is in use");
        alice.leave();
        assertThat(peer(5003).send("NAME: Alice")).containsExactly("CLIENT: 127.0.0.1:5003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME:", "NAME: a b", "NAME: a@b", "NAME: \u001b[2J",
        "NAME: 123456789012345678901234567890123", "NAME: a\u202eb", "NAME: \u3164",
        "NAME: alice\u034f"})
    void anInvalidNameIsRefused(String line) throws Exception {
        RecordingPeer peer = peer(5001);
        assertThat(peer.send(line)).containsExactly(
                "That is no name: a name has 1 to 32 letters and digits of one script, '_', '-' or '.'");
        assertThat(peer.label).isEmpty();
    }

    @Test
    void theListShowsTheCountAndEveryMember() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("NAME: alice");
        peer(5002);
        assertThat(alice.send("/list")).containsExactly("2 users online:", "  alice@127.0.0.1:5001 (you)",
                "  127.0.0.1:5002");
    }

    @Test
    void quitSendsGoodbyeAndHangsUp() throws Exception {
        RecordingPeer peer = peer(5001);
        assertThat(peer.send("/QUIT")).containsExactly("Goodbye!");
        assertThat(peer.hungUp).isTrue();
    }

    @Test
    void anUnknownCommandReachesNobodyElse() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        assertThat(peer.send(" /lgoin alice secret"))
                .containsExactly("There is no such command; /help lists the commands");
        assertThat(peer.send("/help")).anyMatch(line -> line.startsWith("/register NAME PASSWORD"));
        assertThat(peer.send("")).isEmpty();
        assertThat(peer.send(" \t\r\n")).isEmpty();
        assertThat(other.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\u0007", "\u007f", "\u009b", "\u2028", "\u202e", "\u2066"})
    void controlCharactersNeverReachAnotherTerminal(String character) throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        peer.send("a" + character + "b");
        peer.send("/broadcast a" + character + "b");
        assertThat(other.received()).containsOnly("[127.0.0.1:5002] a\uFFFDb");
    }

    @Test
    void aNewlineInsideAMessageCannotForgeALineOfSomebodyElse() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        peer.send("a\r\n[server] b\tc\n");
        assertThat(other.received()).containsExactly("[127.0.0.1:5002] a [server] b c");
    }

    /** A Latin-1 terminal that sends a letter with two dots. */
    @Test
    void malformedUtf8EndsItsSenderWhoIsToldWhatToDoAndTheOthersWhy() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        peer.received();
        peer.perform(peer.session().onMessage(new byte[] {'a', (byte) 0xE4, 'b'}));
        assertThat(peer.received()).containsExactly("that is not UTF-8 text; set your terminal to UTF-8"
                + " (set to Latin-1, it sends other bytes for the same letters). Goodbye!");
        assertThat(peer.hungUp).isTrue();
        peer.leave();
        assertThat(other.received())
                .containsExactly("< The user 127.0.0.1:5002 left (1 user online): that is not UTF-8 text");
    }

    @Test
    void anyOtherBadFrameEndsWithAGoodbyeTooAndTheOthersSeeWhy() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        peer.received();
        peer.perform(peer.session().onBadFrame(new FrameException("that line is too long")));
        assertThat(peer.received()).containsExactly("that line is too long. Goodbye!");
        assertThat(other.received())
                .containsExactly("< The user 127.0.0.1:5002 left (1 user online): that line is too long");
    }

    @Test
    void aSilentClientIsToldThatItIsSentAwayAndTheOthersWhy() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer peer = peer(5002);
        other.received();
        peer.received();
        peer.session().onIdle();
        assertThat(peer.received()).containsExactly("> You were silent for too long. Goodbye!");
        peer.leave();
        assertThat(other.received())
                .containsExactly("< The user 127.0.0.1:5002 left (1 user online): silent for too long");
    }

    /** Whoever reads the goodbye may connect again at once, before the server has closed the old connection. */
    @Test
    void aNameIsFreeAndTheOthersAreToldBeforeItsOwnerReadsTheGoodbye() throws Exception {
        RecordingPeer other = peer(5001);
        RecordingPeer alice = peer(5002);
        alice.send("NAME: alice");
        other.received();
        alice.firstStep("/quit");
        assertThat(other.received()).containsExactly("< The user alice@127.0.0.1:5002 left (1 user online)");
        assertThat(peer(5003).send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5003");
        other.received();
        alice.leave();
        assertThat(other.received()).as("told once").isEmpty();
        assertThat(peer(5004).send("NAME: alice")).as("the new owner keeps it")
                .containsExactly("The name alice is in use");
    }

    @Test
    void anEmptyLineIsASignOfLifeAndNoFirstMessage() throws Exception {
        RecordingPeer alice = peer(5001);
        assertThat(alice.send("\n")).isEmpty();
        assertThat(alice.send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001");
    }

    @Test
    void aClientAboveTheRateLimitIsToldOnceAndItsMessagesAreDropped() throws Exception {
        AtomicLong now = new AtomicLong();
        RecordingPeer other = peer(5001);
        RecordingPeer fast = peer(5002, new Rules(false, false, 2, now::get));
        other.received();
        fast.send("1");
        fast.send("2");
        assertThat(fast.send("3")).singleElement().asString().startsWith("Too fast: 2 messages a second at most");
        assertThat(fast.send("4")).isEmpty();
        now.addAndGet(500_000_000);
        fast.send("5");
        assertThat(fast.send("6")).hasSize(1);
        assertThat(other.received()).containsExactly("[127.0.0.1:5002] 1", "[127.0.0.1:5002] 2", "[127.0.0.1:5002] 5");
    }
}
