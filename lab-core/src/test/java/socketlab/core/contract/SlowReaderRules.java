package socketlab.core.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A client that does not read: what others push is bounded and costs only itself; its own replies wait for it. */
interface SlowReaderRules extends Rules {
    String TAKES_ALL = "nothing ever waits for a datagram client";
    Options SMALL_QUEUE = Options.defaults().withSendQueueBytes(64 << 10).withGrace(Duration.ofMillis(100));
    int LARGE = 12 << 20;   // more than the kernel holds for a client that does not read

    private static Thread flood(Peer peer) {
        byte[] page = utf8("x".repeat(8_000));
        return Thread.ofPlatform().start(() -> {
            for (int sent = 0; sent < LARGE; sent += page.length) {
                peer.push(page);
            }
        });
    }

    @Test
    default void aClientThatReadsTooSlowlyIsHungUpOnAndHoldsNoSender() throws Exception {
        trial().needs(Trait.STREAM, TAKES_ALL);
        AtomicInteger closed = new AtomicInteger();
        Server server = trial().serve(Scripted.by(peer -> new Part().closing(closed::incrementAndGet)).pushing(),
                SMALL_QUEUE.withGrace(Duration.ofMinutes(1)));   // it gets none: what it has not read, it will not read
        trial().dialNarrow();
        Thread sender = flood(trial().peer(1));
        assertThat(sender.join(trial().patience())).as("a push never waits").isTrue();
        trial().await("onClose", () -> closed.get() == 1);
        trial().await("an empty list", () -> server.clients().isEmpty());
    }

    @Test
    default void theOthersNeverNoticeASlowReader() throws Exception {
        trial().needs(Trait.STREAM, TAKES_ALL);
        trial().needs(Trait.CONCURRENT, "there are no others");
        trial().serve(Scripted.echo().pushing(), SMALL_QUEUE);
        trial().dialNarrow();
        Thread sender = flood(trial().peer(1));
        Caller other = trial().call();
        for (int i = 0; i < 100; i++) {
            other.say("still here " + i);
            assertThat(other.hear()).isEqualTo("still here " + i);
        }
        trial().peer(2).push(utf8("for you too"));
        assertThat(other.hear()).isEqualTo("for you too");
        assertThat(sender.join(trial().patience())).isTrue();
    }

    @Test
    default void aReplyOfManyMegabytesWaitsForASlowReaderAndIsNeverDropped() throws Exception {
        trial().needs(Trait.STREAM, "a datagram holds no megabyte");
        String large = "x".repeat(LARGE);
        trial().serve(Scripted.answering(message -> reply(large, reply("end"))), SMALL_QUEUE);
        StreamCaller slow = trial().dialNarrow();
        slow.say("all of it");
        trial().awaitClient("a reply to wait", client -> client.queuedBytes() > 0);
        assertThat(slow.hear()).isEqualTo(large);
        assertThat(slow.hear()).isEqualTo("end");
    }

    @Test
    default void manyRepliesToASlowReaderWaitToo() throws Exception {
        trial().needs(Trait.STREAM, TAKES_ALL);
        String page = "x".repeat(8_000);
        int pages = LARGE / page.length();
        trial().serve(Scripted.answering(message -> reply(page)), SMALL_QUEUE);
        StreamCaller slow = trial().dialNarrow();
        slow.send(utf8("more\n".repeat(pages)));
        for (int i = 0; i < pages; i++) {
            assertThat(slow.hear()).isEqualTo(page);
        }
    }

    @Test
    default void aPushDoesNotEndAClientThatIsStillReadingItsOwnReply() throws Exception {
        trial().needs(Trait.STREAM, "a datagram holds no megabyte");
        String large = "x".repeat(LARGE);
        trial().serve(Scripted.answering(message -> reply(large)).pushing(), SMALL_QUEUE);
        StreamCaller slow = trial().dialNarrow();
        slow.say("all of it");
        trial().awaitClient("a reply to wait", client -> client.queuedBytes() > 0);
        trial().peer(1).push(utf8("meanwhile"));
        assertThat(slow.hear()).isEqualTo(large);
        assertThat(slow.hear()).isEqualTo("meanwhile");
    }

    @Test
    default void repliesAndPushesToASlowReaderKeepTheirOrder() throws Exception {
        trial().needs(Trait.STREAM, TAKES_ALL);
        String padding = "x".repeat(1_000);
        int messages = LARGE / padding.length();
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            if (Integer.parseInt(message) % 32 < 31) {
                return reply(message + padding);
            }
            peer.push(utf8(message + padding));
            return Next.READY;
        })).pushing(), Options.defaults().withSendQueueBytes(LARGE));
        StreamCaller slow = trial().dialNarrow();
        slow.send(utf8(range(0, messages).mapToObj(i -> i + "\n").collect(joining())));
        trial().awaitClient("a reply to wait", client -> client.queuedBytes() > 0);
        for (int i = 0; i < messages; i++) {
            assertThat(slow.hear()).isEqualTo(i + padding);
        }
    }

    @Test
    default void whoReadsAsFastAsOthersPushIsNeverHungUpOn() throws Exception {
        trial().needs(Trait.RELIABLE_ORDER, "what is not taken at once may be lost");
        trial().serve(Scripted.echo().pushing(), SMALL_QUEUE);
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        Peer peer = trial().peer(1);
        for (int i = 0; i < 2_000; i++) {
            peer.push(utf8(i + "x".repeat(200)));
            assertThat(caller.hear()).isEqualTo(i + "x".repeat(200));
        }
    }
}
