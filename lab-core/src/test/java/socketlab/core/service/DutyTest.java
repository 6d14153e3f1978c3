package socketlab.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.ServiceOptions;
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.ServiceOptions.Work;
import socketlab.core.chat.ChatService;
import socketlab.core.web.WebService;

/** What a request costs, and which of them cost more. */
class DutyTest {
    private static final Duration USUAL = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofSeconds(1);

    private static ServiceOptions options(Duration delay, Work work) {
        return new ServiceOptions(delay, false, false, Optional.empty(), 8192, Chat.GUESTS, work);
    }

    private static Duty duty(Duration delay, boolean cpu, int oneIn) {
        return new Duty(options(delay, new Work(cpu, Optional.of(new Work.Slow(oneIn, LONG)))));
    }

    @Test
    void everyThirdRequestIsSlowWhoeverAsks() {
        Duty duty = duty(USUAL, false, 3);
        List<Duration> times = IntStream.range(0, 7)
                .mapToObj(_ -> ((Next.Sleep) duty.then(() -> Next.READY)).time()).toList();
        assertThat(times).containsExactly(USUAL, USUAL, LONG, USUAL, USUAL, LONG, USUAL);
    }

    @Test
    void evenWithoutADelayTheSlowOnesAreSlow() {
        assertThat(duty(Duration.ZERO, false, 2).isNone()).isFalse();
    }

    @Test
    void whatTakesNoTimeIsNoComputation() throws Exception {
        Duty duty = duty(Duration.ZERO, true, 2);
        assertThat(duty.then(() -> Next.HANG_UP)).isEqualTo(Next.HANG_UP);
        assertThat(duty.then(() -> Next.HANG_UP)).isInstanceOf(Next.Compute.class);
    }

    @Test
    void workForACoreIsComputedAndThenAnswered() throws Exception {
        Duty duty = new Duty(options(Duration.ofMillis(1), new Work(true, Optional.empty())));
        assertThat(((Next.Compute<?>) duty.then(() -> Next.HANG_UP)).inline()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void twiceTheTimeIsTwiceTheWork() {
        assertThat(Labour.portions(Duration.ofMillis(200))).isBetween(2 * Labour.portions(Duration.ofMillis(100)) - 1,
                2 * Labour.portions(Duration.ofMillis(100)) + 1);
        assertThat(Labour.portions(Duration.ofSeconds(1))).isPositive();
    }

    @Test
    void whoComputesCanBeStopped() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Labour.of(Duration.ofDays(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aServiceThatDoesNoSuchWorkSaysSo() {
        ServiceOptions computing = options(USUAL, new Work(true, Optional.empty()));
        assertThatThrownBy(() -> new WebService.Factory().create(computing, "single"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("web does no such work");
        assertThatThrownBy(() -> new ChatService.Factory().create(computing, "single"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("chat does no such work");
    }
}
