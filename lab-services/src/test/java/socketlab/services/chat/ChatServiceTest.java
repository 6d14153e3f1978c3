package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Decoder;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;

/** The chat service: console commands, shutdown, log text, framing. */
class ChatServiceTest {
    private final Service chat = new ChatService.Factory().create(ServiceOptions.delay(Duration.ZERO), "single");

    @AfterEach
    void close() {
        chat.close();
    }

    private RecordingPeer peer(int port) throws Exception {
        RecordingPeer peer = new RecordingPeer(port);
        peer.open(chat.open(peer));
        peer.received();
        return peer;
    }

    @Test
    void aConsoleBroadcastReachesEverybody() throws Exception {
        RecordingPeer one = peer(5001);
        RecordingPeer two = peer(5002);
        one.received();
        assertThat(chat.console("broadcast lunch\u001b is ready")).contains("sent to 2 users online");
        assertThat(one.received()).containsExactly("[server] lunch\uFFFD is ready");
        assertThat(two.received()).containsExactly("[server] lunch\uFFFD is ready");
        assertThat(chat.console("broadcast")).contains("usage: broadcast TEXT");
        assertThat(chat.console("help").orElseThrow()).startsWith("broadcast TEXT");
        assertThat(chat.console("nonsense")).isEmpty();
    }

    @Test
    void aKickedClientIsToldSo() throws Exception {
        RecordingPeer one = peer(5001);
        RecordingPeer two = peer(5002);
        one.received();
        assertThat(chat.console("kick " + two.id())).as("the server itself closes the connection").isEmpty();
        assertThat(two.received()).containsExactly("> You have been sent away. Goodbye!");
        assertThat(one.received()).containsExactly("< The user 127.0.0.1:5002 left (1 user online)");
        one.send("Are you still there?");
        two.leave();
        assertThat(two.received()).as("messages after the final one").isEmpty();
        assertThat(one.received()).as("told once").isEmpty();
        assertThat(chat.console("kick 77")).isEmpty();
        assertThat(chat.console("kick them all")).isEmpty();
    }

    /** PuTTY, as it connects: it will tell its window's size and its speed. */
    @Test
    void inAChatOfLinesTelnetCommandsAreSkipped() throws Exception {
        Decoder decoder = chat.framing().decoder();
        decoder.feed(ByteBuffer.wrap(new byte[] {(byte) 255, (byte) 251, 31, (byte) 255, (byte) 251, 32, 'h', 'i', '\r',
            '\n'}));
        assertThat(decoder.next()).isEqualTo(utf8("hi"));
    }

    @Test
    void connectedClientsAreToldThatTheServerStops() throws Exception {
        RecordingPeer peer = peer(5001);
        chat.stopping();
        assertThat(peer.received()).containsExactly("> The server is closing. Goodbye!");
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
    void aLogShowsNoPassword(String said, String shown) {
        assertThat(chat.logText(utf8(said))).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u3000", "\n", "\t"})
    void unicodeSpacesBeforeAPasswordHideItToo(String blank) {
        assertThat(chat.logText(utf8("/login" + blank + "alice" + blank + "secret"))).isEqualTo("/login ***");
    }

    @Test
    void aCommandsTextOmitsItsArguments() {
        assertThat(RoomCommand.parse("/login alice secret")).hasValueSatisfying(
                command -> assertThat(command).hasToString("/login"));
    }

    @Test
    void withPickleAClientEntersByNameElseWhenItConnects() throws Exception {
        ServiceOptions pickle = new ServiceOptions(Duration.ZERO, false, false, Optional.of("pickle"), 8192);
        try (Service byName = new ChatService.Factory().create(pickle, "single")) {
            RecordingPeer peer = new RecordingPeer(5001);
            peer.open(byName.open(peer));
            assertThat(peer.received()).isEmpty();
            assertThat(peer.send("NAME: alice")).first().isEqualTo("CLIENT: 127.0.0.1:5001");
        }
        RecordingPeer other = new RecordingPeer(5002);
        other.open(chat.open(other));
        assertThat(other.received()).containsExactly("> Connected to the chat server (1 user online)");
    }

    @Test
    void anUnknownFramingIsRefusedBeforeAnyFileIsOpened() {
        ServiceOptions nonsense = new ServiceOptions(Duration.ZERO, false, false, Optional.of("nonsense"), 8192);
        assertThatThrownBy(() -> new ChatService.Factory().create(nonsense, "single"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
