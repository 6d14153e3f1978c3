package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the prompt calls me, after what the server has said. */
class UserStateTest {
    private final UserState me = new UserState(new InetSocketAddress("127.0.0.1", 5001));

    private void introduced() {
        me.say("NAME: alice");
        assertThat(me.hear("CLIENT: 127.0.0.1:5001")).isTrue();
        assertThat(me.prompt()).isEqualTo("[alice@127.0.0.1:5001]> ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The name alice is in use", "That name is registered", "That is no name: it has"})
    void aNameThatIsRefusedAfterAllIsNotMine(String refusal) {
        introduced();
        me.hear("> Connected to the chat server (2 users online)");
        me.hear(refusal);
        assertThat(me.prompt()).isEqualTo("[127.0.0.1:5001]> ");
    }

    @Test
    void aRefusalOfSomethingElseLeavesMyName() {
        introduced();
        me.say("/register bob secret");
        me.hear("The name bob is in use");
        assertThat(me.prompt()).isEqualTo("[alice@127.0.0.1:5001]> ");
    }

    @Test
    void anAddressThatNobodyAskedForIsAText() {
        assertThat(me.hear("CLIENT: 9.9.9.9:9")).isFalse();
        assertThat(me.prompt()).isEqualTo("[127.0.0.1:5001]> ");
    }

    @Test
    void onlyTheServerDismissesMe() {
        assertThat(UserState.dismissedBy("Goodbye!")).isTrue();
        assertThat(UserState.dismissedBy("> The server is closing. Goodbye!\n")).isTrue();
        assertThat(UserState.dismissedBy("[bob@127.0.0.1:5002] Goodbye!")).isFalse();
    }
}
