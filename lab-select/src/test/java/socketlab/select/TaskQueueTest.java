package socketlab.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a task wakes the loop up; {@code lab-schedules} tries this in every order of two threads' steps. */
class TaskQueueTest {
    private final List<String> ran = new ArrayList<>();
    private final Thread loop = Thread.ofPlatform().unstarted(() -> {});
    private int wakeups;
    private final TaskQueue tasks = new TaskQueue(loop, () -> wakeups++);

    private void submit(String name) {
        tasks.execute(() -> ran.add(name));
    }

    @Test
    void tasksAreTakenInTheirOrderAndOnce() {
        submit("first");
        submit("second");
        tasks.takeAll().forEach(Runnable::run);
        assertThat(tasks.takeAll()).isEmpty();
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void aTaskThatATaskSubmitsIsForTheNextTurn() {
        tasks.execute(() -> submit("next turn"));
        tasks.takeAll().forEach(Runnable::run);
        assertThat(ran).isEmpty();
        assertThat(tasks.mayBlock()).isFalse();
        tasks.takeAll().forEach(Runnable::run);
        assertThat(ran).containsExactly("next turn");
    }

    @Test
    void theLoopDoesNotBlockWhileATaskWaits() {
        submit("waits");
        assertThat(tasks.mayBlock()).isFalse();
        tasks.takeAll();
        assertThat(tasks.mayBlock()).isTrue();
    }

    @Test
    void oneWakeUpIsEnoughForAllTasksOfOneWait() {
        assertThat(tasks.mayBlock()).isTrue();
        submit("wakes it up");
        submit("comes before it has woken up");
        assertThat(wakeups).isEqualTo(1);
    }

    @Test
    void aLoopThatDoesNotBlockIsNotWokenUp() {
        submit("before");
        tasks.mayBlock();
        tasks.takeAll();
        tasks.mayBlock();
        tasks.unblock();
        submit("after");
        assertThat(wakeups).isZero();
    }

    @Test
    void theLoopDoesNotWakeItselfUp() {
        TaskQueue own = new TaskQueue(Thread.currentThread(), () -> wakeups++);
        assertThat(own.mayBlock()).isTrue();
        own.execute(() -> ran.add("asked by a handler, within the select"));
        assertThat(wakeups).isZero();
        assertThat(own.takeAll()).hasSize(1);
    }
}
