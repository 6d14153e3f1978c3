package socketlab.load.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.Loads.LINES;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.DeliveryStats;
import socketlab.load.log.LoadListener;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** Half register while the others log in, talk and log out; what is refused is counted, and nobody waits for it. */
@Timeout(60)
class AccountScenarioTest {
    private static final int BYTES = 24;

    private static ChatLog classroom(int members, int messages, Predicate<String> refused) throws Exception {
        try (TinyRoom room = new TinyRoom(refused)) {
            return new ChatClient(plan(room, members, messages), LoadListener.NONE).run();
        }
    }

    private static ChatPlan plan(TinyRoom room, int members, int messages) {
        return new ChatPlan(LoadPlan.closedLoop(room.address(), ChatPlan.protocol(LINES, BYTES), members, messages)
                .withTimeout(Duration.ofSeconds(20)), ChatPlan.Scenario.CLASSROOM, BYTES, false, false);
    }

    private static int succeeded(ChatLog log, AccountCommand errand) {
        return log.accountCommands().get(errand).succeeded();
    }

    @Test
    void halfRegisterWhileTheOthersLogInTalkAndLogOut() throws Exception {
        ChatLog log = classroom(7, 12, command -> false);
        assertThat(succeeded(log, AccountCommand.LOGIN)).isEqualTo(4);
        assertThat(succeeded(log, AccountCommand.LOGOUT)).isEqualTo(4);
        assertThat(succeeded(log, AccountCommand.REGISTER)).isEqualTo(3);
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(12);
        assertThat(log.deliveries().delivered()).isEqualTo(12 * 6);
        assertThat(log.error()).isEmpty();
    }

    @Test
    void whatIsRefusedIsCountedAndTheAnswerIsKept() throws Exception {
        ChatLog log = classroom(4, 4, command -> command.startsWith("/login m3"));
        assertThat(succeeded(log, AccountCommand.LOGIN)).isEqualTo(1);
        assertThat(log.accountCommands().get(AccountCommand.LOGIN).failed()).isEqualTo(1);
        assertThat(log.error()).contains("No, no, no");
        assertThat(log.messages().count(Outcome.OK)).isEqualTo(4);
    }

    @Test
    void nobodyIsWaitingForAHashOnceEverybodyHasBeenAnswered() throws Exception {
        try (TinyRoom room = new TinyRoom(command -> false)) {
            AccountCommands errands = new AccountCommands("x", Duration.ofSeconds(1), member -> {});
            Member member = new ChatMembers(null, plan(room, 2, 2)).member(1);
            errands.add(member, AccountCommand.LOGIN);
            errands.add(member, AccountCommand.LOGOUT);
            assertThat(errands.hashing()).isFalse();
            errands.next(member, 0);
            assertThat(errands.hashing()).isTrue();
            assertThat(errands.answered(member, "You are logged in as m1".getBytes(), 5000)).isTrue();
            assertThat(errands.hashing()).isFalse();
            errands.next(member, 6000);
            assertThat(errands.hashing()).as("to log out takes no hash").isFalse();
            errands.endOverdue(2_000_000_000);
            assertThat(errands.logs().get(AccountCommand.LOGOUT).failed()).isEqualTo(1);
            assertThat(errands.open()).isZero();
        }
    }

    @Test
    void aDeliveryCountsAsBesideAHashWhenOneRanAtItsBeginningOrItsEnd() {
        DeliveryStats tally = new DeliveryStats();
        tally.delivered(10, false);
        tally.delivered(20, true);
        assertThat(tally.latency.getTotalCount()).isEqualTo(2);
        assertThat(tally.whileHashing.getTotalCount()).isEqualTo(1);
        assertThat(tally.whileHashing.getMaxValue()).isEqualTo(20);
    }
}
