package socketlab.services.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;

/** What sleep says, and when, without a socket or a second of waiting. */
class SleepServiceTest {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private static Session session(boolean onRequest) {
        ServiceOptions options = new ServiceOptions(DELAY, onRequest, false, Optional.empty(), 8192);
        return new SleepService.Factory().create(options, "single").open(new Nobody(3));
    }

    private static void saysHelloAfterTheDelay(Next next) {
        Next.Sleep sleep = (Next.Sleep) next;
        Next.Reply reply = (Next.Reply) sleep.then().get();
        assertThat(sleep.time()).isEqualTo(DELAY);
        assertThat(text(reply.message())).isEqualTo("hello! this is the single server (client 3, thread %s)"
                .formatted(Thread.currentThread().getName()));
        assertThat(reply.then()).isEqualTo(Next.HANG_UP);
    }

    @Test
    void aClientNeedSayNothingToBeGreeted() {
        saysHelloAfterTheDelay(session(false).onOpen());
    }

    @Test
    void onRequestItWaitsForTheFirstMessage() throws Exception {
        Session session = session(true);
        assertThat(session.onOpen()).isEqualTo(Next.READY);
        saysHelloAfterTheDelay(session.onMessage(utf8("hello?")));
    }

    @Test
    void itSpeaksInLinesUnlessToldOtherwise() {
        ServiceOptions usual = ServiceOptions.delay(DELAY);
        ServiceOptions raw = new ServiceOptions(DELAY, false, false, Optional.of("raw"), 8192);
        assertThat(new SleepService.Factory().create(usual, "single").framing().encode(utf8("a"))).isEqualTo(utf8("a\n"));
        assertThat(new SleepService.Factory().create(raw, "single").framing().encode(utf8("a"))).isEqualTo(utf8("a"));
    }
}
