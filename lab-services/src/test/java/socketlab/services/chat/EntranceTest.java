package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketlab.services.chat.ChatSession.Rules;

/** Rooms that are not entered by connecting: one says a name first, or logs in. */
class EntranceTest {
    private static final Rules BY_NAME = new Rules(true, false, 0, () -> 0);
    private static final Rules BY_LOGIN = new Rules(false, true, 0, () -> 0);
    private static final Rules BY_BOTH = new Rules(true, true, 0, () -> 0);
    private static final String LOG_IN =
            "Please log in: /login NAME PASSWORD, or if you are new: /register NAME PASSWORD (see /help)";

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

    @Test
    void whereOneEntersByNameTheFirstWordsAreClientAndThenTheGreeting() throws Exception {
        Visitor alice = visitor(5001, BY_NAME);
        assertThat(alice.heard()).isEmpty();
        assertThat(alice.says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001",
                "> Connected to the chat server (1 user online)");
        Visitor bob = visitor(5002, BY_NAME);
        alice.says("is anybody there?");
        assertThat(bob.says("NAME: bob")).startsWith("CLIENT: 127.0.0.1:5002");
        assertThat(alice.heard()).containsExactly("> New user bob@127.0.0.1:5002 entered (2 users online)");
    }

    @Test
    void whoIsRefusedTheNameEntersAsAGuestBecauseSuchClientsKnowNoSecondAttempt() throws Exception {
        visitor(5001, BY_NAME).says("NAME: alice");
        assertThat(visitor(5002, BY_NAME).says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002",
                "> Connected to the chat server (2 users online)", "The name alice is in use");
    }

    @Test
    void whoSaysNoNameDoesNotEnterAndIsNotMissed() throws Exception {
        Visitor alice = visitor(5001, BY_NAME);
        alice.says("NAME: alice");
        Visitor nobody = visitor(5002, BY_NAME);
        assertThat(nobody.says("hello")).containsExactly("Please begin with NAME: and your name");
        assertThat(nobody.says("/list")).containsExactly("Please begin with NAME: and your name");
        nobody.leaves();
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void whereLoginIsRequiredAGuestNeitherHearsNorIsHeard() throws Exception {
        Visitor alice = visitor(5001, BY_LOGIN);
        assertThat(alice.heard()).containsExactly("> Connected to the chat server", LOG_IN);
        assertThat(alice.says("/register alice secret")).containsExactly("You are registered and logged in as alice",
                "> Connected to the chat server (1 user online)");
        Visitor guest = visitor(5002, BY_LOGIN);
        guest.heard();
        for (String line : new String[] {"hello", "NAME: bob", "/broadcast hello", "/list"}) {
            assertThat(guest.says(line)).containsExactly(LOG_IN);
        }
        alice.says("hello");
        assertThat(guest.heard()).isEmpty();
        assertThat(guest.says("/help")).isNotEmpty();
        assertThat(guest.says("/quit")).containsExactly("Goodbye!");
        guest.leaves();
        assertThat(alice.heard()).isEmpty();
    }

    @Test
    void whereLoginIsRequiredLoggingOutIsLeavingTheRoom() throws Exception {
        Visitor alice = visitor(5001, BY_LOGIN);
        alice.says("/register alice secret");
        Visitor bob = visitor(5002, BY_LOGIN);
        bob.says("/register bob secret");
        alice.heard();
        assertThat(bob.says("/logout")).containsExactly("You are logged out");
        assertThat(alice.heard()).containsExactly("< The user bob@127.0.0.1:5002 left (1 user online)");
        assertThat(bob.says("hello")).containsExactly(LOG_IN);
        assertThat(bob.says("/login bob secret")).containsExactly("You are logged in as bob",
                "> Connected to the chat server (2 users online)");
        assertThat(alice.heard()).containsExactly("> New user bob@127.0.0.1:5002 entered (2 users online)");
    }

    @Test
    void whereBothAreRequiredTheNameComesFirst() throws Exception {
        Visitor alice = visitor(5001, BY_BOTH);
        assertThat(alice.says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001",
                "> Connected to the chat server", LOG_IN);
        assertThat(alice.says("/register alice secret")).endsWith("> Connected to the chat server (1 user online)");
    }

    @Test
    void whenTheRoomClosesAllAreToldOnceEvenThoseAtTheDoor() throws Exception {
        Visitor alice = visitor(5001, BY_LOGIN);
        alice.says("/register alice secret");
        Visitor guest = visitor(5002, BY_LOGIN);
        guest.heard();
        room.close("goodbye");
        guest.leaves();
        assertThat(alice.heard()).containsExactly("goodbye");
        assertThat(guest.heard()).containsExactly("goodbye");
        visitor(5003, new Rules(false, false, 0, () -> 0)).leaves();
        assertThat(alice.heard()).as("all leave, and nobody is told").isEmpty();
    }
}
