package socketlab.load.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.LINES;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.DeliveryStats;
import socketlab.load.log.LoadListener;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** One half registers while the other half logs in, sends and logs out; a refused command is counted. */
@Timeout(60)
class AccountScenarioTest {
    private static final int BYTES = 24;

    private static ChatLog classroom(int members, int messages, Predicate<String> refused) throws Exception {
        try (TestChatRoom room = new TestChatRoom(refused)) {
            return new ChatClient(plan(room, members, messages), LoadListener.NONE).run();
        }
    }

    private static ChatPlan plan(TestChatRoom room, int members, int messages) {
        return new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, BYTES), members, messages)
                .withTimeout(Duration.ofSeconds(20)), ChatPlan.Scenario.CLASSROOM, BYTES, false, false);
    }

    private static int succeeded(ChatLog log, AccountCommand command) {
        return log.accountCommands().get(command).succeeded();
    }

    @Test
    void halfOfTheMembersRegisterWhileTheOthersLogInSendAndLogOut() throws Exception {
        ChatLog log = classroom(7, 12, command -> false);
        assertThat(succeeded(log, AccountCommand.LOGIN)).isEqualTo(4);
        assertThat(succeeded(log, AccountCommand.LOGOUT)).isEqualTo(4);
        assertThat(succeeded(log, AccountCommand.REGISTER)).isEqualTo(3);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(12);
        assertThat(log.deliveries().delivered()).isEqualTo(12 * 6);
        assertThat(log.error()).isEmpty();
    }

    @Test
    void aRefusedCommandIsCountedAndItsReplyIsKept() throws Exception {
        ChatLog log = classroom(4, 4, command -> command.startsWith("/login m3"));
        assertThat(succeeded(log, AccountCommand.LOGIN)).isEqualTo(1);
        assertThat(log.accountCommands().get(AccountCommand.LOGIN).failed()).isEqualTo(1);
        assertThat(log.error()).contains("No, no, no");
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(4);
    }

    @Test
    void noHashIsPendingWhenEveryCommandHasItsReply() throws Exception {
        try (TestChatRoom room = new TestChatRoom(command -> false)) {
            AccountCommands commands = new AccountCommands("x", Duration.ofSeconds(1), member -> {});
            Member member = new ChatMembers(null, plan(room, 2, 2), null).members().getFirst();
            commands.add(member, AccountCommand.LOGIN);
            commands.add(member, AccountCommand.LOGOUT);
            assertThat(commands.isHashing()).isFalse();
            commands.startNext(member, 0);
            assertThat(commands.isHashing()).isTrue();
            assertThat(commands.handleReply(member, "You are logged in as m1".getBytes(UTF_8), 5000)).isTrue();
            assertThat(commands.isHashing()).isFalse();
            commands.startNext(member, 6000);
            assertThat(commands.isHashing()).as("logging out takes no hash").isFalse();
            commands.expire(2_000_000_000);
            assertThat(commands.logs().get(AccountCommand.LOGOUT).failed()).isEqualTo(1);
            assertThat(commands.pending()).isZero();
        }
    }

    @Test
    void deliveriesWhileHashingAreTimedApart() {
        DeliveryStats stats = new DeliveryStats();
        stats.delivered(10, false);
        stats.delivered(20, true);
        assertThat(stats.latency.getTotalCount()).isEqualTo(2);
        assertThat(stats.latencyWhileHashing.getTotalCount()).isEqualTo(1);
        assertThat(stats.latencyWhileHashing.getMaxValue()).isEqualTo(20);
    }
}
