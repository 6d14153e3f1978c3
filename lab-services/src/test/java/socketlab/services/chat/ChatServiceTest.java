package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;

/** The service around the room: its console, its end, and what it keeps from logs. */
class ChatServiceTest {
    private final Service chat = new ChatService.Factory().create(ServiceOptions.delay(Duration.ZERO), "single");

    @AfterEach
    void close() {
        chat.close();
    }

    private Visitor visitor(int port) throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.opens(chat.open(visitor));
        visitor.heard();
        return visitor;
    }

    @Test
    void theConsoleSpeaksToEverybody() throws Exception {
        Visitor one = visitor(5001);
        Visitor two = visitor(5002);
        one.heard();
        assertThat(chat.console("broadcast lunch\u001b is ready")).contains("said to 2 users online");
        assertThat(one.heard()).containsExactly("[server] lunch\uFFFD is ready");
        assertThat(two.heard()).containsExactly("[server] lunch\uFFFD is ready");
        assertThat(chat.console("broadcast")).contains("it goes like this: broadcast TEXT");
        assertThat(chat.console("help").orElseThrow()).startsWith("broadcast TEXT");
        assertThat(chat.console("nonsense")).isEmpty();
    }

    @Test
    void whoIsSentAwayIsToldSo() throws Exception {
        Visitor one = visitor(5001);
        Visitor two = visitor(5002);
        one.heard();
        assertThat(chat.console("kick " + two.id())).as("to close the door is the server's part").isEmpty();
        assertThat(two.heard()).containsExactly("> You have been sent away. Goodbye!");
        assertThat(one.heard()).containsExactly("< The user 127.0.0.1:5002 left (1 user online)");
        one.says("Are you still there?");
        two.leaves();
        assertThat(two.heard()).as("nothing after the last word").isEmpty();
        assertThat(one.heard()).as("told once").isEmpty();
        assertThat(chat.console("kick 77")).isEmpty();
        assertThat(chat.console("kick them all")).isEmpty();
    }

    @Test
    void whoIsConnectedWhenItStopsIsToldSo() throws Exception {
        Visitor visitor = visitor(5001);
        chat.stopping();
        assertThat(visitor.heard()).containsExactly("> The server is closing. Goodbye!");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hello there                 | hello there",
        "/login alice secret         | /login ***",
        "/LOGIN alice secret         | /LOGIN ***",
        "/register alice a secret    | /register ***",
        "/lgoin alice secret         | /lgoin ***",
        "/broadcast hello            | /broadcast hello",
        "/broadcast try /login a b   | /broadcast try /login ***",
        "my line: /register a secret | my line: /register ***",
        "/list                       | /list"})
    void whatMayBeAPasswordIsNotShown(String said, String shown) {
        assertThat(chat.shown(utf8(said))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u3000", "\n", "\t"})
    void aStrangeBlankBeforeAPasswordMakesNoDifference(String blank) {
        assertThat(chat.shown(utf8("/login" + blank + "alice" + blank + "secret"))).isEqualTo("/login ***");
    }

    @Test
    void aCommandNamesItselfAndNotItsSecret() {
        assertThat(RoomCommand.in("/login alice secret")).hasValueSatisfying(
                command -> assertThat(command).hasToString("/login"));
    }

    @Test
    void withPickleOneEntersByNameAndOtherwiseByConnecting() throws Exception {
        ServiceOptions pickle = new ServiceOptions(Duration.ZERO, false, false, Optional.of("pickle"), 8192);
        try (Service byName = new ChatService.Factory().create(pickle, "single")) {
            Visitor visitor = new Visitor(5001);
            visitor.opens(byName.open(visitor));
            assertThat(visitor.heard()).isEmpty();
            assertThat(visitor.says("NAME: alice")).first().isEqualTo("CLIENT: 127.0.0.1:5001");
        }
        Visitor other = new Visitor(5002);
        other.opens(chat.open(other));
        assertThat(other.heard()).containsExactly("> Connected to the chat server (1 user online)");
    }

    @Test
    void anUnknownFramingIsRefusedBeforeAnyFileIsOpened() {
        ServiceOptions nonsense = new ServiceOptions(Duration.ZERO, false, false, Optional.of("nonsense"), 8192);
        assertThatThrownBy(() -> new ChatService.Factory().create(nonsense, "single"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
