package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
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

    private final AtomicLong now = new AtomicLong();
    private final Room room = new Room();
    private final CountingHasher hasher = new CountingHasher();
    private final Accounts accounts = Accounts.open(":memory:", hasher);
    private final Authenticator authenticator = new Authenticator(accounts, new LoginThrottle(now::get), new HashQueue(2,
            now::get));

    @AfterEach
    void close() {
        accounts.close();
    }

    private RecordingPeer peer(int port) throws Exception {
        RecordingPeer peer = new RecordingPeer(port);
        return peer.open(new ChatSession(peer, room, OPEN, authenticator));
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
                assertThat(alice.send("/login alice wrong")).containsExactly("Wrong name or password");
                pass(Duration.ofMinutes(4));
            }
            assertThat(alice.send("/login alice secret")).containsExactly("You are logged in as alice");
        }
        assertThat(alice.hungUp).isFalse();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void whoHasGuessedWronglyMustWaitAlsoWithANewConnection() throws Exception {
        RecordingPeer alice = peer(5001);
        alice.send("/register alice secret");
        alice.send("/logout");
        for (int guess = 1; guess <= 3; guess++) {
            peer(6000 + guess).send("/login alice guess" + guess);
        }
        hasher.count();
        RecordingPeer attacker = peer(6004);
        for (int i = 0; i < 6; i++) {
            assertThat(attacker.send("/login ALICE guess4"))
                    .containsExactly("Too many failed logins as ALICE; try again in 1 s");
        }
        assertThat(attacker.hungUp).as("nothing was guessed").isFalse();
        assertThat(hasher.count()).isZero();
        assertThat(peer(5002).send("/register bob secret")).as("the rest of a class")
                .containsExactly("You are registered and logged in as bob");
        RecordingPeer elsewhere = new RecordingPeer("192.0.2.7", 5003);
        elsewhere.open(new ChatSession(elsewhere, room, OPEN, authenticator));
        assertThat(elsewhere.send("/login alice secret")).containsExactly("You are logged in as alice");
        elsewhere.leave();
        pass(Duration.ofSeconds(1));
        assertThat(attacker.send("/login alice secret")).containsExactly("You are logged in as alice");
    }

    @Test
    void whereTooManyPasswordsWaitANewOneIsToTryAgainAndItsNameIsFree() throws Exception {
        RecordingPeer first = peer(5001);
        Next hash = ((Compute<?>) first.firstStep("/register first secret")).inline();
        RecordingPeer second = peer(5002);
        second.firstStep("/login second secret");
        RecordingPeer third = peer(5003);
        String busy = "Too many passwords are waiting to be hashed; try again in 1 s";
        assertThat(third.send("/login third secret")).containsExactly(busy);
        assertThat(third.send("/register third secret")).containsExactly(busy);
        assertThat(peer(5004).send("NAME: third")).containsExactly("CLIENT: 127.0.0.1:5004");
        pass(Duration.ofMillis(3100));
        first.perform(hash);
        assertThat(first.received()).contains("You are registered and logged in as first");
        assertThat(peer(5005).send("/register fifth secret"))
                .containsExactly("You are registered and logged in as fifth");
        assertThat(peer(5006).send("/login sixth secret")).containsExactly("Wrong name or password");
    }

    @Test
    void thePasswordOfAClientThatHasGoneIsNotHashed() throws Exception {
        RecordingPeer gone = peer(5001);
        Compute<?> check = (Compute<?>) gone.firstStep("/login alice secret");
        gone.leave();
        assertThatThrownBy(check::inline).isInstanceOf(CancellationException.class);
        assertThat(hasher.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAME: server", "/register Server secret", "/login \uFF33\uFF25\uFF32\uFF36\uFF25\uFF32 secret",
        "NAME: _System.", "NAME: admin1"})
    void theServersVoiceIsNoName(String line) throws Exception {
        assertThat(peer(5001).send(line)).singleElement().asString().matches("That is no name: (?i)[\\w.]+ is reserved");
        assertThat(hasher.count()).isZero();
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
