package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketlab.services.chat.ChatSession.Rules;

/** Entering a room that asks for a name or a login first. */
class RoomEntryTest {
    private static final Rules BY_NAME = new Rules(true, false, 0, () -> 0);
    private static final Rules BY_LOGIN = new Rules(false, true, 0, () -> 0);
    private static final Rules BY_BOTH = new Rules(true, true, 0, () -> 0);
    private static final String LOG_IN =
            "Please log in: /login NAME PASSWORD, or if you are new: /register NAME PASSWORD (see /help)";

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

    @Test
    void afterItsNameAClientReceivesClientThenTheGreeting() throws Exception {
        RecordingPeer alice = peer(5001, BY_NAME);
        assertThat(alice.received()).isEmpty();
        assertThat(alice.send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001",
                "> Connected to the chat server (1 user online)");
        RecordingPeer bob = peer(5002, BY_NAME);
        alice.send("is anybody there?");
        assertThat(bob.send("NAME: bob")).startsWith("CLIENT: 127.0.0.1:5002");
        assertThat(alice.received()).containsExactly("> New user bob@127.0.0.1:5002 entered (2 users online)");
    }

    @Test
    void aClientWhoseNameIsRefusedEntersAsAGuest() throws Exception {
        peer(5001, BY_NAME).send("NAME: alice");
        assertThat(peer(5002, BY_NAME).send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002",
                "> Connected to the chat server (2 users online)", "The name alice is in use");
    }

    @Test
    void aClientWithoutANameDoesNotEnterTheRoom() throws Exception {
        RecordingPeer alice = peer(5001, BY_NAME);
        alice.send("NAME: alice");
        RecordingPeer nobody = peer(5002, BY_NAME);
        assertThat(nobody.send("hello")).containsExactly("Please begin with NAME: and your name");
        assertThat(nobody.send("/list")).containsExactly("Please begin with NAME: and your name");
        nobody.leave();
        assertThat(alice.received()).isEmpty();
    }

    @Test
    void whereLoginIsRequiredAGuestNeitherSendsNorReceives() throws Exception {
        RecordingPeer alice = peer(5001, BY_LOGIN);
        assertThat(alice.received()).containsExactly("> Connected to the chat server", LOG_IN);
        assertThat(alice.send("/register alice secret")).containsExactly("You are registered and logged in as alice",
                "> Connected to the chat server (1 user online)");
        RecordingPeer guest = peer(5002, BY_LOGIN);
        guest.received();
        for (String line : new String[] {"hello", "NAME: bob", "/broadcast hello", "/list"}) {
            assertThat(guest.send(line)).containsExactly(LOG_IN);
        }
        alice.send("hello");
        assertThat(guest.received()).isEmpty();
        assertThat(guest.send("/help")).isNotEmpty();
        assertThat(guest.send("/quit")).containsExactly("Goodbye!");
        guest.leave();
        assertThat(alice.received()).isEmpty();
    }

    @Test
    void whereLoginIsRequiredLogoutLeavesTheRoom() throws Exception {
        RecordingPeer alice = peer(5001, BY_LOGIN);
        alice.send("/register alice secret");
        RecordingPeer bob = peer(5002, BY_LOGIN);
        bob.send("/register bob secret");
        alice.received();
        assertThat(bob.send("/logout")).containsExactly("You are logged out");
        assertThat(alice.received()).containsExactly("< The user bob@127.0.0.1:5002 left (1 user online)");
        assertThat(bob.send("hello")).containsExactly(LOG_IN);
        assertThat(bob.send("/login bob secret")).containsExactly("You are logged in as bob",
                "> Connected to the chat server (2 users online)");
        assertThat(alice.received()).containsExactly("> New user bob@127.0.0.1:5002 entered (2 users online)");
    }

    @Test
    void whereBothAreRequiredTheNameComesFirst() throws Exception {
        RecordingPeer alice = peer(5001, BY_BOTH);
        assertThat(alice.send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001",
                "> Connected to the chat server", LOG_IN);
        assertThat(alice.send("/register alice secret")).endsWith("> Connected to the chat server (1 user online)");
    }

    @Test
    void whenTheRoomClosesEverybodyIsToldOnceTheLobbyIncluded() throws Exception {
        RecordingPeer alice = peer(5001, BY_LOGIN);
        alice.send("/register alice secret");
        RecordingPeer guest = peer(5002, BY_LOGIN);
        guest.received();
        room.close("goodbye");
        guest.leave();
        assertThat(alice.received()).containsExactly("goodbye");
        assertThat(guest.received()).containsExactly("goodbye");
        peer(5003, new Rules(false, false, 0, () -> 0)).leave();
        assertThat(alice.received()).as("notices after the room has closed").isEmpty();
    }
}
