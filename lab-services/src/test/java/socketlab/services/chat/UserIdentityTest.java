package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.services.chat.ChatSession.Rules;

/** Register, login, logout, and the rules for names. */
class UserIdentityTest {
    private static final Rules OPEN = new Rules(false, false, 0, () -> 0);

    private final Room room = new Room();
    private final CountingHasher hasher = new CountingHasher();
    private final Accounts accounts = Accounts.open(":memory:", hasher);

    @AfterEach
    void close() {
        accounts.close();
    }

    private RecordingPeer peer(int port) throws Exception {
        RecordingPeer peer = new RecordingPeer(port);
        return peer.open(new ChatSession(peer, room, OPEN, accounts));
    }

    @Test
    void aRegisteredUserIsLoggedInAndCanLogInAgain() throws Exception {
        RecordingPeer alice = peer(5001);
        assertThat(alice.send("/register alice my secret"))
                .containsExactly("You are registered and logged in as alice");
        assertThat(alice.label).isEqualTo("alice");
        assertThat(alice.send("/logout")).containsExactly("You are logged out");
        assertThat(alice.label).isEmpty();
        assertThat(alice.send("/logout")).containsExactly("You are not logged in");
        assertThat(alice.send("/list")).contains("  127.0.0.1:5001 (you)");
        assertThat(alice.send("/login ALICE my secret")).containsExactly("You are logged in as ALICE");
        assertThat(alice.send("/login bob x")).containsExactly("You are logged in as ALICE already; use /logout first");
    }

    @Test
    void aRegisteredNameIsRefusedToOthersWhileItsOwnerIsAway() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("/register alice secret");
        alice.leave();
        assertThat(peer(5002).send("NAME: alice")).containsExactly("That name is registered");
        assertThat(peer(5003).send("/register Alice other")).containsExactly("That name is registered");
    }

    @Test
    void aNameInUseByAGuestCannotBeRegisteredBySomebodyElse() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("NAME: alice");
        assertThat(peer(5002).send("/register alice secret")).containsExactly("The name alice is in use");
        assertThat(alice.send("/register alice secret")).containsExactly("You are registered and logged in as alice");
    }

    @Test
    void aNameIsReservedWhileItsPasswordIsBeingHashed() throws Exception {
        RecordingPeer alice = peer(5001);
        RecordingPeer bob = peer(5002);
        Next hashing = ((Compute<?>) alice.firstStep("/register alice secret")).inline();
        assertThat(hashing).isInstanceOf(Compute.class);
        assertThat(bob.send("NAME: alice")).containsExactly("The name alice is in use");
        assertThat(bob.send("/register alice other")).containsExactly("The name alice is in use");
        alice.received();
        alice.perform(hashing);
        assertThat(alice.received()).containsExactly("You are registered and logged in as alice");
    }

    @Test
    void aClientThatLeavesWhileRegisteringReleasesTheName() throws Exception {
        RecordingPeer alice = peer(5001);
        ((Compute<?>) alice.firstStep("/register alice secret")).inline();
        alice.leave();
        assertThat(peer(5002).send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
    }

    /** Its owner has closed the connection and opened another one, and the server has not noticed the first yet. */
    @ParameterizedTest
    @ValueSource(strings = {"NAME: alice", "/register alice secret"})
    void aNameOfAClientThatIsLeavingIsFreeAMomentLater(String line) throws Exception {
        RecordingPeer gone = peer(5001);
        gone.send("NAME: alice");
        RecordingPeer back = peer(5002);
        Next step = ((Compute<?>) back.firstStep(line)).inline();
        assertThat(step).isInstanceOf(Next.Sleep.class);
        gone.leave();
        back.perform(step);
        assertThat(back.label).isEqualTo("alice");
        assertThat(back.slept).isBetween(Duration.ofMillis(50), Duration.ofMillis(500));
    }

    @Test
    void anAccountOfAClientThatIsLeavingIsFreeAMomentLaterToo() throws Exception {
        RecordingPeer gone = peer(5001);
        gone.send("/register alice secret");
        RecordingPeer back = peer(5002);
        Next step = ((Compute<?>) back.firstStep("/login alice secret")).inline();
        gone.leave();
        back.received();
        back.perform(step);
        assertThat(back.received()).containsExactly("You are logged in as alice");
    }

    @Test
    void aFreeNameIsGivenAtOnce() throws Exception {
        RecordingPeer alice = peer(5001);
        assertThat(alice.send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5001");
        assertThat(alice.slept).isZero();
    }

    @Test
    void aNewNameReleasesTheOldOne() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("NAME: alice");
        alice.send("/register bob secret");
        assertThat(peer(5002).send("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
    }

    @Test
    void anAccountLogsInOnceAtATime() throws Exception {
        peer(5001).send("/register alice secret");
        assertThat(peer(5002).send("/login alice secret"))
                .containsExactly("The name alice is in use: an account logs in once at a time");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswerAtTheSameCost() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("/register alice secret");
        alice.send("/logout");
        hasher.count();
        List<String> wrong = alice.send("/login alice wrong");
        int forWrong = hasher.count();
        List<String> unknown = alice.send("/login nobody wrong");
        assertThat(unknown).isEqualTo(wrong).containsExactly("Wrong name or password");
        assertThat(hasher.count()).isEqualTo(forWrong).isEqualTo(1);
    }

    @Test
    void fiveFailuresInARowHangUp() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("/register alice secret");
        RecordingPeer attacker = peer(5002);
        for (int i = 1; i <= 2; i++) {
            attacker.send("/login alice guess" + i);
            attacker.send("/register alice guess" + i);
        }
        assertThat(attacker.hungUp).isFalse();
        assertThat(attacker.send("/login nobody guess")).containsExactly("Wrong name or password",
                "That went wrong 5 times in a row. Goodbye!");
        assertThat(attacker.hungUp).isTrue();
        assertThat(peer(5003).send("/list")).as("those who are online").startsWith("2 users online:");
    }

    @Test
    void aSuccessResetsTheFailureCount() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("/register alice secret");
        for (int i = 0; i < 3; i++) {
            alice.send("/logout");
            for (int wrong = 0; wrong < 4; wrong++) {
                alice.send("/login alice wrong");
            }
            assertThat(alice.send("/login alice secret")).containsExactly("You are logged in as alice");
        }
        assertThat(alice.hungUp).isFalse();
    }

    @Test
    void aPasswordIsNeitherEmptyNorTruncated() throws Exception {
        RecordingPeer alice = peer(5001);
        assertThat(alice.send("/register alice")).containsExactly("Usage: /register NAME PASSWORD");
        assertThat(alice.send("/login")).containsExactly("Usage: /login NAME PASSWORD");
        assertThat(alice.send("/register alice " + "\u00e9".repeat(37)))
                .containsExactly("A password has 72 bytes at most");
        assertThat(alice.send("/register alice " + "\u00e9".repeat(36)))
                .containsExactly("You are registered and logged in as alice");
        assertThat(hasher.count()).isEqualTo(1);
    }

    @Test
    void aBrokenDatabaseIsReportedAndNobodyIsHungUpOn() throws Exception {
        RecordingPeer alice = peer(5001);
        accounts.close();
        for (int i = 0; i < 6; i++) {
            assertThat(alice.send("/register alice secret"))
                    .containsExactly("The accounts are out of order; try again later");
        }
        assertThat(alice.hungUp).isFalse();
    }
}
