package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.services.chat.ChatSession.Rules;

/** Registering, logging in and out, and who may have which name. */
class UserIdentityTest {
    private static final Rules OPEN = new Rules(false, false, 0, () -> 0);

    private final Room room = new Room();
    private final OutcomeTally passwords = new OutcomeTally();
    private final Accounts accounts = Accounts.open(":memory:", passwords);

    @AfterEach
    void close() {
        accounts.close();
    }

    private Visitor visitor(int port) throws Exception {
        Visitor visitor = new Visitor(port);
        return visitor.opens(new ChatSession(visitor, room, OPEN, accounts));
    }

    @Test
    void whoRegistersIsLoggedInAndCanComeBack() throws Exception {
        Visitor alice = visitor(5001);
        assertThat(alice.says("/register alice my secret"))
                .containsExactly("You are registered and logged in as alice");
        assertThat(alice.label).isEqualTo("alice");
        assertThat(alice.says("/logout")).containsExactly("You are logged out");
        assertThat(alice.label).isEmpty();
        assertThat(alice.says("/logout")).containsExactly("You are not logged in");
        assertThat(alice.says("/list")).contains("  127.0.0.1:5001 (you)");
        assertThat(alice.says("/login ALICE my secret")).containsExactly("You are logged in as ALICE");
        assertThat(alice.says("/login bob x")).containsExactly("You are logged in as ALICE already; /logout comes first");
    }

    @Test
    void aRegisteredNameIsNobodyElsesEvenWhileItsOwnerIsAway() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("/register alice secret");
        alice.leaves();
        assertThat(visitor(5002).says("NAME: alice")).containsExactly("That name is registered");
        assertThat(visitor(5003).says("/register Alice other")).containsExactly("That name is registered");
    }

    @Test
    void aNameThatAGuestUsesIsNotRegisteredBySomebodyElse() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("NAME: alice");
        assertThat(visitor(5002).says("/register alice secret")).containsExactly("The name alice is in use");
        assertThat(alice.says("/register alice secret")).containsExactly("You are registered and logged in as alice");
    }

    @Test
    void whileAPasswordIsBeingHashedNobodyElseTakesTheName() throws Exception {
        Visitor alice = visitor(5001);
        Visitor bob = visitor(5002);
        Next hashing = ((Compute<?>) alice.begins("/register alice secret")).inline();
        assertThat(hashing).isInstanceOf(Compute.class);
        assertThat(bob.says("NAME: alice")).containsExactly("The name alice is in use");
        assertThat(bob.says("/register alice other")).containsExactly("The name alice is in use");
        alice.heard();
        alice.carryOut(hashing);
        assertThat(alice.heard()).containsExactly("You are registered and logged in as alice");
    }

    @Test
    void whoLeavesWhileRegisteringLeavesTheNameToOthers() throws Exception {
        Visitor alice = visitor(5001);
        ((Compute<?>) alice.begins("/register alice secret")).inline();
        alice.leaves();
        assertThat(visitor(5002).says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
    }

    @Test
    void anotherNameGivesBackTheOneBefore() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("NAME: alice");
        alice.says("/register bob secret");
        assertThat(visitor(5002).says("NAME: alice")).containsExactly("CLIENT: 127.0.0.1:5002");
    }

    @Test
    void anAccountLogsInOnceAtATime() throws Exception {
        visitor(5001).says("/register alice secret");
        assertThat(visitor(5002).says("/login alice secret"))
                .containsExactly("The name alice is in use: an account logs in once at a time");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlikeAndCostAlike() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("/register alice secret");
        alice.says("/logout");
        passwords.hashed();
        List<String> wrong = alice.says("/login alice wrong");
        int forWrong = passwords.hashed();
        List<String> unknown = alice.says("/login nobody wrong");
        assertThat(unknown).isEqualTo(wrong).containsExactly("Wrong name or password");
        assertThat(passwords.hashed()).isEqualTo(forWrong).isEqualTo(1);
    }

    @Test
    void fiveFailuresInARowAreEnough() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("/register alice secret");
        Visitor guesser = visitor(5002);
        for (int i = 1; i <= 2; i++) {
            guesser.says("/login alice guess" + i);
            guesser.says("/register alice guess" + i);
        }
        assertThat(guesser.hungUp).isFalse();
        assertThat(guesser.says("/login nobody guess")).containsExactly("Wrong name or password",
                "That went wrong 5 times in a row. Goodbye!");
        assertThat(guesser.hungUp).isTrue();
    }

    @Test
    void aSuccessForgivesTheFailuresBefore() throws Exception {
        Visitor alice = visitor(5001);
        alice.says("/register alice secret");
        for (int i = 0; i < 3; i++) {
            alice.says("/logout");
            for (int wrong = 0; wrong < 4; wrong++) {
                alice.says("/login alice wrong");
            }
            assertThat(alice.says("/login alice secret")).containsExactly("You are logged in as alice");
        }
        assertThat(alice.hungUp).isFalse();
    }

    @Test
    void aPasswordIsNeitherEmptyNorCut() throws Exception {
        Visitor alice = visitor(5001);
        assertThat(alice.says("/register alice")).containsExactly("It goes like this: /register NAME PASSWORD");
        assertThat(alice.says("/login")).containsExactly("It goes like this: /login NAME PASSWORD");
        assertThat(alice.says("/register alice " + "\u00e9".repeat(37)))
                .containsExactly("A password has 72 bytes at most");
        assertThat(alice.says("/register alice " + "\u00e9".repeat(36)))
                .containsExactly("You are registered and logged in as alice");
        assertThat(passwords.hashed()).isEqualTo(1);
    }

    @Test
    void accountsOutOfOrderAreSaidAndNobodyIsSentAway() throws Exception {
        Visitor alice = visitor(5001);
        accounts.close();
        for (int i = 0; i < 6; i++) {
            assertThat(alice.says("/register alice secret"))
                    .containsExactly("The accounts are out of order; try again later");
        }
        assertThat(alice.hungUp).isFalse();
    }
}
