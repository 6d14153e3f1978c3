package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The prompt follows the server's messages. */
class UserStateTest {
    private final UserState user = new UserState(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5001));

    private void confirmName() {
        user.sent("NAME: alice");
        assertThat(user.received("CLIENT: 127.0.0.1:5001")).isTrue();
        assertThat(user.prompt()).isEqualTo("[alice@127.0.0.1:5001]> ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The name alice is in use", "That name is registered", "That is no name: it has"})
    void aNameThatIsRejectedAfterAllIsDropped(String refusal) {
        confirmName();
        user.received("> Connected to the chat server (2 users online)");
        user.received(refusal);
        assertThat(user.prompt()).isEqualTo("[127.0.0.1:5001]> ");
    }

    @Test
    void theRejectionOfAnotherCommandKeepsTheName() {
        confirmName();
        user.sent("/register bob secret");
        user.received("The name bob is in use");
        assertThat(user.prompt()).isEqualTo("[alice@127.0.0.1:5001]> ");
    }

    @Test
    void anUnexpectedAddressLineIsPrinted() {
        assertThat(user.received("CLIENT: 9.9.9.9:9")).isFalse();
        assertThat(user.prompt()).isEqualTo("[127.0.0.1:5001]> ");
    }

    @Test
    void onlyTheServersGoodbyeEndsTheChat() {
        assertThat(UserState.isGoodbye("Goodbye!")).isTrue();
        assertThat(UserState.isGoodbye("> The server is closing. Goodbye!\n")).isTrue();
        assertThat(UserState.isGoodbye("[bob@127.0.0.1:5002] Goodbye!")).isFalse();
    }
}
