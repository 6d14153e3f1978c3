package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees, types and is asked, whatever the server does. */
class TerminalChatTest {
    private FakeServer server;
    private TestTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        server = new FakeServer();
        terminal = new TestTerminal();
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        server.close();
    }

    private FakeServer.Connection connect() throws IOException {
        terminal.talk(server.endpoint(null));
        FakeServer.Connection client = server.accept();
        client.send("> Connected");
        terminal.awaitLines("> Connected", "[%s]>".formatted(client.address()));
        return client;
    }

    @Test
    void receivedLinesNeverBreakTheLineBeingTyped() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("half a li");
        terminal.awaitLines("[%s]> half a li".formatted(client.address()));
        for (int i = 1; i <= 5; i++) {
            client.send("[1.2.3.4:%d] message".formatted(i));
        }
        terminal.awaitLines("> Connected", "[1.2.3.4:1] message", "[1.2.3.4:2] message", "[1.2.3.4:3] message",
                "[1.2.3.4:4] message", "[1.2.3.4:5] message", "[%s]> half a li".formatted(client.address()));
        terminal.type("ne" + TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo("half a line");
        terminal.awaitLines("[1.2.3.4:5] message", "[You] half a line", "[%s]>".formatted(client.address()));
    }

    @Test
    void aNarrowerWindowDoesNotBreakItEither() throws Exception {
        FakeServer.Connection client = connect();
        terminal.resize(50);
        terminal.type("short");
        client.send("one");
        terminal.awaitLines("> Connected", "one", "[%s]> short".formatted(client.address()));
    }

    @Test
    void aTypedLineIsSentUnchanged() throws Exception {
        FakeServer.Connection client = connect();
        String odd = "don't \\stop! !! 100%  \"quoted #x";
        terminal.type(odd + TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo(odd);
        terminal.awaitLines("[You] " + odd, "[%s]>".formatted(client.address()));
    }

    @Test
    void thePromptShowsTheNameThatTheServerConfirms() throws Exception {
        terminal.talk(server.endpoint("alice"));
        FakeServer.Connection client = server.accept();
        assertThat(client.receive()).isEqualTo("NAME: alice");
        client.send("> Connected");
        terminal.awaitLines("> Connected", "[%s]>".formatted(client.address()));
        client.send("CLIENT: " + client.address());
        terminal.awaitLines("> Connected", "[alice@%s]>".formatted(client.address()));
        client.send("You are logged in as bob");
        terminal.awaitLines("[bob@%s]>".formatted(client.address()));
        client.send("You are logged out");
        terminal.awaitLines("[%s]>".formatted(client.address()));
    }

    @Test
    void aPasswordIsAskedForAndNeverShownOrKeptInTheHistory() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("/login alice" + TestTerminal.ENTER);
        terminal.awaitLines("Password for alice:");
        terminal.type("s3cret");
        client.send("[1.2.3.4:5] in between");
        terminal.awaitLines("[1.2.3.4:5] in between", "Password for alice:");
        terminal.type(TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo("/login alice s3cret");
        terminal.type("/login alice s3cret");
        terminal.awaitLines("[%s]> /login alice ******".formatted(client.address()));
        terminal.type(TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo("/login alice s3cret");
        terminal.awaitLines("[You] /login alice", "[%s]>".formatted(client.address()));
        terminal.type(TestTerminal.UP);
        terminal.awaitLines("[%s]> /login alice".formatted(client.address()));
        assertThat(terminal.everything()).doesNotContain("s3cret", "s3cre");
    }

    @Test
    void aNewPasswordIsAskedForTwice() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("/register alice" + TestTerminal.ENTER + "one" + TestTerminal.ENTER + "two" + TestTerminal.ENTER);
        terminal.awaitLines("not sent: the two passwords differ", "[%s]>".formatted(client.address()));
        terminal.type("/register alice" + TestTerminal.ENTER + "one" + TestTerminal.ENTER + "one" + TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo("/register alice one");
    }

    @Test
    void noEscapeSequenceOfTheServerReachesTheTerminal() throws Exception {
        FakeServer.Connection client = connect();
        client.send("a\033]0;title\007b\u009b2Jc\u202ed\te\033[31m");
        terminal.awaitLines("a\uFFFD]0;title\uFFFDb\uFFFD2Jc\uFFFDd e\uFFFD[31m", "[%s]>".formatted(client.address()));
        assertThat(terminal.everything()).doesNotContain("\033]", "\007", "\u009b", "\u202e");
    }

    @Test
    void aLineThatIsTooLongIsNotSent() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("x".repeat(101) + TestTerminal.ENTER);
        terminal.awaitLines("not sent: the line has 101 bytes, the limit is 100", "[%s]>".formatted(client.address()));
        terminal.type("y" + TestTerminal.ENTER);
        assertThat(client.receive()).isEqualTo("y");
    }

    @Test
    void afterALostConnectionTheUserMayReconnectAndKeepsTheTypedLine() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("half a sen");
        terminal.awaitLines("[%s]> half a sen".formatted(client.address()));
        client.send("> Goodbye");
        client.hangUp();
        terminal.awaitLines("> Goodbye", "Connection lost. Reconnect? [Y/n]");
        terminal.type(TestTerminal.ENTER);
        FakeServer.Connection again = server.accept();
        terminal.awaitLines("[%s]> half a sen".formatted(again.address()));
        terminal.type("tence" + TestTerminal.ENTER);
        assertThat(again.receive()).isEqualTo("half a sentence");
        again.hangUp();
        terminal.awaitLines("Connection lost. Reconnect? [Y/n]");
        terminal.type("n" + TestTerminal.ENTER);
        assertThat(terminal.exitCode()).isZero();
    }

    @Test
    void aNeededNameIsAskedForUntilItIsValid() throws Exception {
        terminal.talk(server.endpoint(null, "pickle"));
        terminal.awaitLines("Your name:");
        terminal.type("two words" + TestTerminal.ENTER);
        terminal.awaitLines("Your name: two words", "a name is one word of at most 64 characters", "Your name:");
        terminal.type("alice" + TestTerminal.ENTER);
        server.accept().hangUp();
        assertThatThrownBy(terminal::exitCode).hasMessageContaining("no chat server at 127.0.0.1:");
    }

    @Test
    void ctrlDSendsQuitAndWaitsForTheGoodbye() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type(TestTerminal.CTRL_D);
        assertThat(client.receive()).isEqualTo("/quit");
        assertThat(client.receive()).as("the client has ended its output").isNull();
        client.send("Goodbye!");
        client.hangUp();
        assertThat(terminal.exitCode()).isZero();
        terminal.awaitLines("> Connected", "Goodbye!");
    }

    @Test
    void ctrlCSendsQuitToo() throws Exception {
        FakeServer.Connection client = connect();
        terminal.type("unsent" + TestTerminal.CTRL_C);
        assertThat(client.receive()).isEqualTo("/quit");
        client.hangUp();
        assertThat(terminal.exitCode()).isEqualTo(130);
    }

    @Test
    void aServerThatSendsNothingIsNoChatServer() throws Exception {
        terminal.talk(server.endpoint(null));
        server.accept().hangUp();
        assertThatThrownBy(terminal::exitCode).hasMessageContaining("no chat server at 127.0.0.1:");
    }
}
