package socketlab.services.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.ServiceOptions.Work;
import socketlab.core.ServiceOptions;
import socketlab.services.chat.ChatService;
import socketlab.services.web.WebService;

/** The service time of a request: sleep or CPU work, and which requests are slow. */
class SimulatedWorkTest {
    private static final Duration USUAL = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofSeconds(1);

    private static ServiceOptions options(Duration delay, Work work) {
        return new ServiceOptions(delay, false, false, Optional.empty(), 8192, Chat.GUESTS, work);
    }

    private static SimulatedWork work(Duration delay, boolean cpu, int oneIn) {
        return new SimulatedWork(options(delay, new Work(cpu, Optional.of(new Work.Slow(oneIn, LONG)))));
    }

    @Test
    void everyThirdRequestIsSlowWhicheverClientSendsIt() {
        SimulatedWork work = work(USUAL, false, 3);
        List<Duration> times = IntStream.range(0, 7)
                .mapToObj(_ -> ((Next.Sleep) work.thenReply(() -> Next.READY)).time()).toList();
        assertThat(times).containsExactly(USUAL, USUAL, LONG, USUAL, USUAL, LONG, USUAL);
    }

    @Test
    void withoutADelayTheSlowRequestsAreStillSlow() {
        assertThat(work(Duration.ZERO, false, 2).isNone()).isFalse();
    }

    @Test
    void aRequestWithoutDelayNeedsNoCompute() throws Exception {
        SimulatedWork work = work(Duration.ZERO, true, 2);
        assertThat(work.thenReply(() -> Next.HANG_UP)).isEqualTo(Next.HANG_UP);
        assertThat(work.thenReply(() -> Next.HANG_UP)).isInstanceOf(Next.Compute.class);
    }

    @Test
    void cpuWorkIsComputedBeforeTheReply() throws Exception {
        SimulatedWork work = new SimulatedWork(options(Duration.ofMillis(1), new Work(true, Optional.empty())));
        assertThat(((Next.Compute<?>) work.thenReply(() -> Next.HANG_UP)).inline()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void twiceTheTimeIsTwiceTheWork() {
        assertThat(CpuWork.units(Duration.ofMillis(200))).isBetween(2 * CpuWork.units(Duration.ofMillis(100)) - 1,
                2 * CpuWork.units(Duration.ofMillis(100)) + 1);
        assertThat(CpuWork.units(Duration.ofSeconds(1))).isPositive();
    }

    @Test
    void cpuWorkStopsWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> CpuWork.run(Duration.ofDays(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void webAndChatRefuseSimulatedWork() {
        ServiceOptions computing = options(USUAL, new Work(true, Optional.empty()));
        assertThatThrownBy(() -> new WebService.Factory().create(computing, "single"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("web does no such work");
        assertThatThrownBy(() -> new ChatService.Factory().create(computing, "single"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("chat does no such work");
    }
}
