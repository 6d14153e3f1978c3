package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees, types and is asked, while a server does what it likes. */
class TerminalChatTest {
    private FakeServer server;
    private Sitting sitting;

    @BeforeEach
    void sitDown() throws IOException {
        server = new FakeServer();
        sitting = new Sitting();
    }

    @AfterEach
    void standUp() throws IOException {
        sitting.close();
        server.close();
    }

    private FakeServer.Guest guest() throws IOException {
        sitting.talk(server.target(null));
        FakeServer.Guest guest = server.accept();
        guest.say("> Connected");
        sitting.awaitLines("> Connected", "[%s]>".formatted(guest.address()));
        return guest;
    }

    @Test
    void whatArrivesNeverTearsTheLineBeingTyped() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("half a li");
        sitting.awaitLines("[%s]> half a li".formatted(guest.address()));
        for (int i = 1; i <= 5; i++) {
            guest.say("[1.2.3.4:%d] message".formatted(i));
        }
        sitting.awaitLines("> Connected", "[1.2.3.4:1] message", "[1.2.3.4:2] message", "[1.2.3.4:3] message",
                "[1.2.3.4:4] message", "[1.2.3.4:5] message", "[%s]> half a li".formatted(guest.address()));
        sitting.type("ne" + Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo("half a line");
        sitting.awaitLines("[1.2.3.4:5] message", "[You] half a line", "[%s]>".formatted(guest.address()));
    }

    @Test
    void aNarrowerWindowTearsNothingEither() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.resize(50);
        sitting.type("short");
        guest.say("one");
        sitting.awaitLines("> Connected", "one", "[%s]> short".formatted(guest.address()));
    }

    @Test
    void whatIsTypedIsSentAsItStands() throws Exception {
        FakeServer.Guest guest = guest();
        String odd = "don't \\stop! !! 100%  \"quoted #x";
        sitting.type(odd + Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo(odd);
        sitting.awaitLines("[You] " + odd, "[%s]>".formatted(guest.address()));
    }

    @Test
    void theNameFollowsWhatTheServerAcknowledges() throws Exception {
        sitting.talk(server.target("alice"));
        FakeServer.Guest guest = server.accept();
        assertThat(guest.hear()).isEqualTo("NAME: alice");
        guest.say("> Connected");
        sitting.awaitLines("> Connected", "[%s]>".formatted(guest.address()));
        guest.say("CLIENT: " + guest.address());
        sitting.awaitLines("> Connected", "[alice@%s]>".formatted(guest.address()));
        guest.say("You are logged in as bob");
        sitting.awaitLines("[bob@%s]>".formatted(guest.address()));
        guest.say("You are logged out");
        sitting.awaitLines("[%s]>".formatted(guest.address()));
    }

    @Test
    void aPasswordIsAskedForAndNeverShownNorBroughtBack() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("/login alice" + Sitting.ENTER);
        sitting.awaitLines("Password for alice:");
        sitting.type("s3cret");
        guest.say("[1.2.3.4:5] in between");
        sitting.awaitLines("[1.2.3.4:5] in between", "Password for alice:");
        sitting.type(Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo("/login alice s3cret");
        sitting.type("/login alice s3cret");
        sitting.awaitLines("[%s]> /login alice ******".formatted(guest.address()));
        sitting.type(Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo("/login alice s3cret");
        sitting.awaitLines("[You] /login alice", "[%s]>".formatted(guest.address()));
        sitting.type(Sitting.UP);
        sitting.awaitLines("[%s]> /login alice".formatted(guest.address()));
        assertThat(sitting.everything()).doesNotContain("s3cret", "s3cre");
    }

    @Test
    void aNewPasswordIsAskedForTwice() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("/register alice" + Sitting.ENTER + "one" + Sitting.ENTER + "two" + Sitting.ENTER);
        sitting.awaitLines("not sent: these were two different passwords", "[%s]>".formatted(guest.address()));
        sitting.type("/register alice" + Sitting.ENTER + "one" + Sitting.ENTER + "one" + Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo("/register alice one");
    }

    @Test
    void noEscapeSequenceOfTheServerReachesTheTerminal() throws Exception {
        FakeServer.Guest guest = guest();
        guest.say("a\033]0;title\007b\u009b2Jc\u202ed\te\033[31m");
        sitting.awaitLines("a\uFFFD]0;title\uFFFDb\uFFFD2Jc\uFFFDd e\uFFFD[31m", "[%s]>".formatted(guest.address()));
        assertThat(sitting.everything()).doesNotContain("\033]", "\007", "\u009b", "\u202e");
    }

    @Test
    void aLineTooLongIsRefusedHere() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("x".repeat(101) + Sitting.ENTER);
        sitting.awaitLines("not sent: a line has 101 bytes, and 100 is the most", "[%s]>".formatted(guest.address()));
        sitting.type("y" + Sitting.ENTER);
        assertThat(guest.hear()).isEqualTo("y");
    }

    @Test
    void whenTheServerIsGoneThePersonMayReconnectAndLosesNoWord() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("half a sen");
        sitting.awaitLines("[%s]> half a sen".formatted(guest.address()));
        guest.say("> Goodbye");
        guest.hangUp();
        sitting.awaitLines("> Goodbye", "Connection lost. Reconnect? [Y/n]");
        sitting.type(Sitting.ENTER);
        FakeServer.Guest again = server.accept();
        sitting.awaitLines("[%s]> half a sen".formatted(again.address()));
        sitting.type("tence" + Sitting.ENTER);
        assertThat(again.hear()).isEqualTo("half a sentence");
        again.hangUp();
        sitting.awaitLines("Connection lost. Reconnect? [Y/n]");
        sitting.type("n" + Sitting.ENTER);
        assertThat(sitting.exitCode()).isZero();
    }

    @Test
    void whereANameIsNeededItIsAskedForUntilItIsOne() throws Exception {
        sitting.talk(server.target(null, "pickle"));
        sitting.awaitLines("Your name:");
        sitting.type("two words" + Sitting.ENTER);
        sitting.awaitLines("Your name: two words", "a name is one word of at most 64 characters", "Your name:");
        sitting.type("alice" + Sitting.ENTER);
        server.accept().hangUp();
        assertThatThrownBy(sitting::exitCode).hasMessageContaining("nobody to talk to at 127.0.0.1:");
    }

    @Test
    void ctrlDSaysQuitAndWaitsForTheLastWords() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type(Sitting.CTRL_D);
        assertThat(guest.hear()).isEqualTo("/quit");
        assertThat(guest.hear()).as("the client has said everything").isNull();
        guest.say("Goodbye!");
        guest.hangUp();
        assertThat(sitting.exitCode()).isZero();
        sitting.awaitLines("> Connected", "Goodbye!");
    }

    @Test
    void ctrlCSaysQuitToo() throws Exception {
        FakeServer.Guest guest = guest();
        sitting.type("unsent" + Sitting.CTRL_C);
        assertThat(guest.hear()).isEqualTo("/quit");
        guest.hangUp();
        assertThat(sitting.exitCode()).isEqualTo(130);
    }

    @Test
    void whoNeverSaidAWordIsNobodyToTalkTo() throws Exception {
        sitting.talk(server.target(null));
        server.accept().hangUp();
        assertThatThrownBy(sitting::exitCode).hasMessageContaining("nobody to talk to at 127.0.0.1:");
    }
}
