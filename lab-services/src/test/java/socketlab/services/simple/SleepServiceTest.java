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

/** The sleep session as a value: no socket, no waiting. */
class SleepServiceTest {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private static Session session(boolean onRequest) {
        ServiceOptions options = new ServiceOptions(DELAY, onRequest, false, Optional.empty(), 8192);
        return new SleepService.Factory().create(options, "single").open(new StubPeer(3));
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
    void theClientNeedsToSendNothing() {
        saysHelloAfterTheDelay(session(false).onOpen());
    }

    @Test
    void withOnRequestTheDelayBeginsAtTheFirstMessage() throws Exception {
        Session session = session(true);
        assertThat(session.onOpen()).isEqualTo(Next.READY);
        saysHelloAfterTheDelay(session.onMessage(utf8("hello?")));
    }

    @Test
    void theDefaultFramingIsLines() {
        ServiceOptions lines = ServiceOptions.delay(DELAY);
        ServiceOptions raw = new ServiceOptions(DELAY, false, false, Optional.of("raw"), 8192);
        SleepService.Factory sleep = new SleepService.Factory();
        assertThat(sleep.create(lines, "single").framing().encode(utf8("a"))).isEqualTo(utf8("a\n"));
        assertThat(sleep.create(raw, "single").framing().encode(utf8("a"))).isEqualTo(utf8("a"));
    }
}
