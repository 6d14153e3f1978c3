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

/** The echo session as a value: message in, {@code Next} out. */
class EchoServiceTest {

    private static Session session(Duration delay, boolean tag) {
        ServiceOptions options = new ServiceOptions(delay, false, tag, Optional.empty(), 8192);
        return new EchoService.Factory().create(options, "single").open(new StubPeer(1));
    }

    private static void says(Next next, String expected) {
        Next.Reply reply = (Next.Reply) next;
        assertThat(text(reply.message())).isEqualTo(expected);
        assertThat(reply.then()).isEqualTo(Next.READY);
    }

    @Test
    void itSendsNothingBeforeTheFirstMessage() {
        assertThat(session(Duration.ZERO, false).onOpen()).isEqualTo(Next.READY);
    }

    @Test
    void withoutADelayItRepliesAtOnce() throws Exception {
        says(session(Duration.ZERO, false).onMessage(utf8("h\u00e9llo")), "h\u00e9llo");
    }

    @Test
    void withADelayItSleepsFirst() throws Exception {
        Next.Sleep sleep = (Next.Sleep) session(Duration.ofMillis(250), false).onMessage(utf8("hello"));
        assertThat(sleep.time()).isEqualTo(Duration.ofMillis(250));
        says(sleep.then().get(), "hello");
    }

    @Test
    void withATagTheReplyNamesTheThread() throws Exception {
        says(session(Duration.ZERO, true).onMessage(utf8("hello")), Thread.currentThread().getName() + ": hello");
    }
}
