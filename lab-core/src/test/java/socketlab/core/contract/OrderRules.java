package socketlab.core.contract;

import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** One message in flight: whatever a step takes, a client's messages are served one by one and answered in order. */
interface OrderRules extends Rules {

    /** Every step there is, and the quick ones last: a server that starts the next message early answers it early. */
    private static Next answer(String message) {
        return switch (Integer.parseInt(message) % 4) {
            case 0 -> sleep(20, () -> reply(message));
            case 1 -> new Next.Compute<>(() -> message, Steps::reply);
            case 2 -> sleep(5, () -> new Next.Compute<>(() -> message, Steps::reply));
            default -> reply(message);
        };
    }

    @Test
    default void answersComeInTheOrderOfTheQuestionsWhateverAStepTakes() throws Exception {
        trial().serve(Scripted.answering(OrderRules::answer));
        Caller caller = trial().call();
        for (int i = 0; i < 16; i++) {
            caller.say("" + i);
        }
        for (int i = 0; i < 16; i++) {
            assertThat(caller.hear()).isEqualTo("" + i);
        }
    }

    @Test
    default void theNextMessageWaitsUntilTheStepIsDone() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        trial().serve(Scripted.answering(message -> {
            events.add("begin " + message);
            return sleep(100, () -> {
                events.add("end " + message);
                return reply(message);
            });
        }));
        Caller caller = trial().call();
        caller.say("1");
        caller.say("2");
        assertThat(caller.hear()).isEqualTo("1");
        assertThat(caller.hear()).isEqualTo("2");
        assertThat(events).containsExactly("begin 1", "end 1", "begin 2", "end 2");
    }

    @Test
    default void aChainOfStepsIsCarriedOutInItsOrder() throws Exception {
        trial().serve(Scripted.answering(message -> reply("1", reply("2", sleep(10, () -> reply("3",
                new Next.Compute<>(() -> "4", four -> reply(four, sleep(0, () -> reply("5"))))))))));
        Caller caller = trial().call();
        caller.say("go");
        for (String expected : List.of("1", "2", "3", "4", "5")) {
            assertThat(caller.hear()).isEqualTo(expected);
        }
    }

    @Test
    default void aSleepLastsAsLongAsItSays() throws Exception {
        trial().serve(Scripted.answering(message -> {
            long began = System.nanoTime();
            return sleep(150, () -> reply("" + (System.nanoTime() - began)));
        }));
        Caller caller = trial().call();
        caller.say("go");
        assertThat(Duration.ofNanos(Long.parseLong(caller.hear()))).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    default void aReplyLeavesBeforeTheStepThatFollowsItIsDone() throws Exception {
        trial().serve(Scripted.answering(message -> reply("working", Steps.sleepForever())));
        Caller caller = trial().call();
        caller.say("go");
        assertThat(caller.hear()).isEqualTo("working");
    }

    @Test
    default void stepsWithoutEndGrowNoStack() throws Exception {
        trial().serve(Scripted.answering(message -> steps(200, stackDepth())));
        Caller caller = trial().call();
        caller.say("go");
        assertThat(Long.parseLong(caller.hear())).as("stack frames that 200 steps leave behind").isLessThan(100);
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
        int length = trial().model().traits().contains(Trait.RELIABLE_ORDER) ? 1_000 : 100;
        Next chain = rangeClosed(1, length).boxed().sorted((a, b) -> b - a)
                .reduce(Next.READY, (then, i) -> reply("" + i, then), (a, b) -> b);
        trial().serve(Scripted.answering(message -> chain));
        Caller caller = trial().call();
        caller.say("go");
        for (int i = 1; i <= length; i++) {
            assertThat(caller.hear()).isEqualTo("" + i);
        }
    }
}
