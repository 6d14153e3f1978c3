package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.text;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Next;
import socketlab.services.chat.ChatSession.Rules;

/** What is said in the room and who hears it, as values: no socket, no thread. */
class ChatSessionTest {
    private static final Rules OPEN = new Rules(false, false, 0, () -> 0);

    private final Room room = new Room();
    private final Accounts accounts = Accounts.open(":memory:", new OutcomeTally());

    @AfterEach
    void close() {
        accounts.close();
    }

    private Visitor visitor(int port, Rules rules) throws Exception {
        Visitor visitor = new Visitor(port);
        return visitor.opens(new ChatSession(visitor, room, rules, accounts));
    }

    private Visitor visitor(int port) throws Exception {
        return visitor(port, OPEN);
    }

    @Test
    void theNewcomerIsGreetedAndTheOthersAreToldWhoComesAndGoes() throws Exception {
        Visitor first = visitor(5001);
        assertThat(first.heard()).containsExactly("> Connected to the chat server (1 user online)");
        Visitor second = visitor(5002);
        assertThat(second.heard()).containsExactly("> Connected to the chat server (2 users online)");
        assertThat(first.heard()).containsExactly("> New user 127.0.0.1:5002 entered (2 users online)");
        second.leaves();
        assertThat(first.heard()).containsExactly("< The user 127.0.0.1:5002 left (1 user online)");
        assertThat(second.heard()).isEmpty();
    }

    @Test
    void whatIsSaidGoesToEverybodyElse() throws Exception {
        Visitor first = visitor(5001);
        Visitor second = visitor(5002);
        Visitor third = visitor(5003);
        second.heard();
        third.heard();
        assertThat(first.says("  hello,  you two \r\n")).isEmpty();
        assertThat(second.heard()).containsExactly("[127.0.0.1:5001]   hello,  you two");
        assertThat(third.heard()).containsExactly("[127.0.0.1:5001]   hello,  you two");
    }

    @Test
    void aBroadcastComesBackToWhoSaidIt() throws Exception {
        Visitor first = visitor(5001);
        Visitor second = visitor(5002);
        second.heard();
        assertThat(first.says("/broadcast hello")).containsExactly("[127.0.0.1:5001] hello");
        assertThat(second.heard()).containsExactly("[127.0.0.1:5001] hello");
        assertThat(first.says("/broadcast")).containsExactly("It goes like this: /broadcast TEXT");
    }

    @Test
    void aNameInTheFirstWordsIsWhatOneIsCalled() throws Exception {
        Visitor other = visitor(5001);
        Visitor alice = visitor(5002);
        assertThat(alice.says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
        assertThat(alice.label).isEqualTo("alice");
        other.heard();
        alice.says("hello");
        alice.says("NAME: bob");
        alice.leaves();
        assertThat(other.heard()).containsExactly("[alice@127.0.0.1:5002] hello",
                "[alice@127.0.0.1:5002] NAME: bob", "< The user alice@127.0.0.1:5002 left (1 user online)");
    }

    @Test
    void aNameInUseIsRefusedInWhateverCaseUntilItsBearerLeaves() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("NAME: alice");
        assertThat(visitor(5002).says("NAME: ALICE")).containsExactly("The name ALICE is in use");
        alice.leaves();
        assertThat(visitor(5003).says("NAME: Alice")).containsExactly("CLIENT: 127.0.0.1:5003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME:", "NAME: a b", "NAME: a@b", "NAME: \u001b[2J",
        "NAME: 123456789012345678901234567890123", "NAME: a\u202eb"})
    void whatIsNoNameIsRefused(String line) throws Exception {
        Visitor visitor = visitor(5001);
        assertThat(visitor.says(line)).containsExactly(
                "That is no name: a name has 1 to 32 letters, digits, '_', '-' or '.'");
        assertThat(visitor.label).isEmpty();
    }

    @Test
    void theListSaysHowManyAndWho() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("NAME: alice");
        visitor(5002);
        assertThat(alice.says("/list")).containsExactly("2 users online:", "  alice@127.0.0.1:5001 (you)",
                "  127.0.0.1:5002");
    }

    @Test
    void quittingIsAGoodbyeAndTheEnd() throws Exception {
        Visitor visitor = visitor(5001);
        assertThat(visitor.says("/QUIT")).containsExactly("Goodbye!");
        assertThat(visitor.hungUp).isTrue();
    }

    @Test
    void anUnknownCommandIsForNobodyElse() throws Exception {
        Visitor other = visitor(5001);
        Visitor visitor = visitor(5002);
        other.heard();
        assertThat(visitor.says(" /lgoin alice secret"))
                .containsExactly("There is no such command; /help lists those there are");
        assertThat(visitor.says("/help")).anyMatch(line -> line.startsWith("/register NAME PASSWORD"));
        assertThat(visitor.says("")).isEmpty();
        assertThat(visitor.says(" \t\r\n")).isEmpty();
        assertThat(other.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\u0007", "\u007f", "\u009b", "\u2028", "\u202e", "\u2066"})
    void whatSteersATerminalNeverReachesAnother(String character) throws Exception {
        Visitor other = visitor(5001);
        Visitor visitor = visitor(5002);
        other.heard();
        visitor.says("a" + character + "b");
        visitor.says("/broadcast a" + character + "b");
        assertThat(other.heard()).containsOnly("[127.0.0.1:5002] a\uFFFDb");
    }

    @Test
    void aLineEndInTheMiddleStartsNoLineThatSomebodyElseMightHaveSaid() throws Exception {
        Visitor other = visitor(5001);
        Visitor visitor = visitor(5002);
        other.heard();
        visitor.says("a\r\n[server] b\tc\n");
        assertThat(other.heard()).containsExactly("[127.0.0.1:5002] a [server] b c");
    }

    @Test
    void whatIsNoTextEndsWhoSaidIt() throws Exception {
        Visitor visitor = new Visitor(5001);
        ChatSession session = new ChatSession(visitor, room, OPEN, accounts);
        session.onOpen();
        Next.Reply last = (Next.Reply) session.onMessage(new byte[] {'a', (byte) 0xff});
        assertThat(text(last.message())).isEqualTo("that is not UTF-8 text");
        assertThat(last.then()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void whoIsTooFastIsToldOnceAndNotHeard() throws Exception {
        AtomicLong now = new AtomicLong();
        Visitor other = visitor(5001);
        Visitor fast = visitor(5002, new Rules(false, false, 2, now::get));
        other.heard();
        fast.says("1");
        fast.says("2");
        assertThat(fast.says("3")).singleElement().asString().startsWith("Too fast: 2 messages a second at most");
        assertThat(fast.says("4")).isEmpty();
        now.addAndGet(500_000_000);
        fast.says("5");
        assertThat(fast.says("6")).hasSize(1);
        assertThat(other.heard()).containsExactly("[127.0.0.1:5002] 1", "[127.0.0.1:5002] 2", "[127.0.0.1:5002] 5");
    }
}
