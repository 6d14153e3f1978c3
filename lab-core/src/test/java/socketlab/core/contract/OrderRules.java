package socketlab.core.contract;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** One message in flight: however long a step takes, messages are served one by one and answered in order. */
interface OrderRules extends Rules {

    /** Every kind of step, the quick ones last: a server that starts the next message early answers it early. */
    private static Next answer(String message) {
        return switch (Integer.parseInt(message) % 4) {
            case 0 -> sleep(20, () -> reply(message));
            case 1 -> new Next.Compute<>(() -> message, NextSteps::reply);
            case 2 -> sleep(5, () -> new Next.Compute<>(() -> message, NextSteps::reply));
            default -> reply(message);
        };
    }

    @Test
    default void repliesComeInTheOrderOfTheRequestsWhateverAStepTakes() throws Exception {
        fixture().serve(ScriptedService.answering(OrderRules::answer));
        TestClient client = fixture().newClient();
        for (int i = 0; i < 16; i++) {
            client.send("" + i);
        }
        for (int i = 0; i < 16; i++) {
            assertThat(client.receive()).isEqualTo("" + i);
        }
    }

    @Test
    default void theNextMessageWaitsUntilTheStepIsDone() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        fixture().serve(ScriptedService.answering(message -> {
            events.add("begin " + message);
            return sleep(100, () -> {
                events.add("end " + message);
                return reply(message);
            });
        }));
        TestClient client = fixture().newClient();
        client.send("1");
        client.send("2");
        assertThat(client.receive()).isEqualTo("1");
        assertThat(client.receive()).isEqualTo("2");
        assertThat(events).containsExactly("begin 1", "end 1", "begin 2", "end 2");
    }

    @Test
    default void aChainOfStepsIsPerformedInOrder() throws Exception {
        fixture().serve(ScriptedService.answering(message -> reply("1", reply("2", sleep(10, () -> reply("3",
                new Next.Compute<>(() -> "4", four -> reply(four, sleep(0, () -> reply("5"))))))))));
        TestClient client = fixture().newClient();
        client.send("go");
        for (String expected : List.of("1", "2", "3", "4", "5")) {
            assertThat(client.receive()).isEqualTo(expected);
        }
    }

    @Test
    default void aSleepLastsAsLongAsItSays() throws Exception {
        fixture().serve(ScriptedService.answering(message -> {
            long began = System.nanoTime();
            return sleep(150, () -> reply("" + (System.nanoTime() - began)));
        }));
        TestClient client = fixture().newClient();
        client.send("go");
        assertThat(Duration.ofNanos(Long.parseLong(client.receive()))).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    default void aReplyLeavesBeforeTheStepThatFollowsItIsDone() throws Exception {
        fixture().serve(ScriptedService.answering(message -> reply("working", NextSteps.sleepForever())));
        TestClient client = fixture().newClient();
        client.send("go");
        assertThat(client.receive()).isEqualTo("working");
    }

    @Test
    default void manyStepsInARowDoNotGrowTheStack() throws Exception {
        fixture().serve(ScriptedService.answering(message -> steps(200, stackDepth())));
        TestClient client = fixture().newClient();
        client.send("go");
        assertThat(Long.parseLong(client.receive())).as("stack frames that 200 steps leave behind").isLessThan(100);
    }

    private static Next steps(int left, long depth) {
        if (left == 0) {
            return reply("" + (stackDepth() - depth));
        }
        return left % 2 == 0 ? sleep(0, () -> steps(left - 1, depth))
                : new Next.Compute<>(() -> left - 1, fewer -> steps(fewer, depth));
    }

    private static long stackDepth() {
        return StackWalker.getInstance().walk(Stream::count);
    }

    @Test
    default void everyReplyOfALongChainArrives() throws Exception {
        int length = fixture().model().traits().contains(Trait.RELIABLE_ORDER) ? 1_000 : 100;
        Next chain = rangeClosed(1, length).boxed().sorted((a, b) -> b - a)
                .reduce(Next.READY, (then, i) -> reply("" + i, then), (a, b) -> b);
        fixture().serve(ScriptedService.answering(message -> chain));
        TestClient client = fixture().newClient();
        client.send("go");
        for (int i = 1; i <= length; i++) {
            assertThat(client.receive()).isEqualTo("" + i);
        }
    }
}
