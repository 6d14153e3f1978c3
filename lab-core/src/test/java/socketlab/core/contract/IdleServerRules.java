package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Trait;

/** A server that has nothing to do uses no CPU: it waits only for events that it will act upon. */
interface IdleServerRules extends Rules {

    /** A busy server is idle in the end; one that spins never is. */
    private void becomesIdle() {
        CpuUsage usage = new CpuUsage();
        Awaitility.await("an idle server").atMost(fixture().patience()).pollDelay(Duration.ZERO).pollInterval(
                CapacityRules.A_WHILE)
                .until(() -> usage.busiestThread().compareTo(CapacityRules.A_WHILE.dividedBy(100)) < 0);
    }

    @Test
    default void aClientThatKeepsSendingDuringAStepCostsNoCpu() throws Exception {
        fixture().serve(ScriptedService.answering(message -> NextSteps.sleepForever()));
        TestClient client = fixture().newClient();
        client.send("go");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        client.send("are you there");
        becomesIdle();
    }

    @Test
    default void aSlowReaderCostsNoCpuWhileItIsBehindNorAfterwards() throws Exception {
        fixture().needs(Trait.STREAM, SlowReaderRules.NEVER_WAITS);
        String large = "x".repeat(SlowReaderRules.LARGE);
        fixture().serve(ScriptedService.answering(message -> reply(large)), SlowReaderRules.SMALL_QUEUE);
        StreamClient slow = fixture().newSlowClient();
        slow.send("all of it");
        fixture().awaitClient("a reply to wait", listed -> listed.queuedBytes() > 0);
        becomesIdle();
        assertThat(slow.receive()).isEqualTo(large);
        becomesIdle();
    }
}
