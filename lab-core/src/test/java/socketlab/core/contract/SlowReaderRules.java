package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A client that does not read: pushes are bounded, and only this client is hung up on; its own replies wait. */
interface SlowReaderRules extends Rules {
    String NEVER_WAITS = "a server never waits for a datagram client";
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
    default void aSlowReaderOfPushesIsHungUpOnAndBlocksNoSender() throws Exception {
        fixture().needs(Trait.STREAM, NEVER_WAITS);
        AtomicInteger closed = new AtomicInteger();
        Server server = fixture().serve(ScriptedService.by(peer -> new ScriptedSession().closing(closed::incrementAndGet))
                .pushing(),
                SMALL_QUEUE.withGrace(Duration.ofMinutes(1)));   // it gets no grace: what it has not read, it will not read
        fixture().newSlowClient();
        Thread sender = flood(fixture().peer(1));
        assertThat(sender.join(fixture().patience())).as("a push never blocks").isTrue();
        fixture().await("onClose", () -> closed.get() == 1);
        fixture().await("an empty list", () -> server.clients().isEmpty());
    }

    @Test
    default void aSlowReaderDisturbsNoOtherClient() throws Exception {
        fixture().needs(Trait.STREAM, NEVER_WAITS);
        fixture().needs(Trait.CONCURRENT, "there are no other clients");
        fixture().serve(ScriptedService.echo().pushing(), SMALL_QUEUE);
        fixture().newSlowClient();
        Thread sender = flood(fixture().peer(1));
        TestClient other = fixture().newClient();
        for (int i = 0; i < 100; i++) {
            other.send("still here " + i);
            assertThat(other.receive()).isEqualTo("still here " + i);
        }
        fixture().peer(2).push(utf8("for you too"));
        assertThat(other.receive()).isEqualTo("for you too");
        assertThat(sender.join(fixture().patience())).isTrue();
    }

    @Test
    default void aReplyOfManyMegabytesWaitsForASlowReaderAndIsNeverDropped() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram cannot hold a megabyte");
        String large = "x".repeat(LARGE);
        fixture().serve(ScriptedService.answering(message -> reply(large, reply("end"))), SMALL_QUEUE);
        StreamClient slow = fixture().newSlowClient();
        slow.send("all of it");
        fixture().awaitClient("a reply to wait", listed -> listed.queuedBytes() > 0);
        assertThat(slow.receive()).isEqualTo(large);
        assertThat(slow.receive()).isEqualTo("end");
    }

    @Test
    default void manyRepliesToASlowReaderWaitToo() throws Exception {
        fixture().needs(Trait.STREAM, NEVER_WAITS);
        String page = "x".repeat(8_000);
        int pages = LARGE / page.length();
        fixture().serve(ScriptedService.answering(message -> reply(page)), SMALL_QUEUE);
        StreamClient slow = fixture().newSlowClient();
        slow.send(utf8("more\n".repeat(pages)));
        for (int i = 0; i < pages; i++) {
            assertThat(slow.receive()).isEqualTo(page);
        }
    }

    @Test
    default void whereTooMuchWaitsForAllClientsTogetherTheSlowestReaderIsDisconnected() throws Exception {
        fixture().needs(Trait.STREAM, NEVER_WAITS);
        String large = "x".repeat(LARGE);
        Server server = fixture().serve(ScriptedService.answering(message -> reply(message.equals("more") ? large : message)),
                Options.defaults().withMaxQueuedBytes(LARGE / 2).withGrace(Duration.ofMinutes(1)));
        fixture().newSlowClient().send("more");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        fixture().await("an empty list", () -> server.clients().isEmpty());
        assertThat(fixture().answers("small")).as("another client").isTrue();
    }

    @Test
    default void aPushDoesNotEndAClientThatIsStillReadingItsOwnReply() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram cannot hold a megabyte");
        String large = "x".repeat(LARGE);
        fixture().serve(ScriptedService.answering(message -> reply(large)).pushing(), SMALL_QUEUE);
        StreamClient slow = fixture().newSlowClient();
        slow.send("all of it");
        fixture().awaitClient("a reply to wait", listed -> listed.queuedBytes() > 0);
        fixture().peer(1).push(utf8("meanwhile"));
        assertThat(slow.receive()).isEqualTo(large);
        assertThat(slow.receive()).isEqualTo("meanwhile");
    }

    /** The last message of each turn of 64 is pushed, so on a loop it is queued while the replies before it are not. */
    @Test
    default void repliesAndPushesToASlowReaderKeepTheirOrder() throws Exception {
        fixture().needs(Trait.STREAM, NEVER_WAITS);
        String padding = "x".repeat(1_000);
        int messages = LARGE / padding.length();
        AtomicInteger next = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            int number = next.getAndIncrement();
            if (number % 64 < 63) {
                return reply(number + padding);
            }
            peer.push(utf8(number + padding));
            return Next.READY;
        })).pushing(), Options.defaults().withSendQueueBytes(LARGE));
        StreamClient slow = fixture().newSlowClient();
        slow.send(utf8("\n".repeat(messages)));
        fixture().awaitClient("a reply to wait", listed -> listed.queuedBytes() > 0);
        for (int i = 0; i < messages; i++) {
            assertThat(slow.receive()).isEqualTo(i + padding);
        }
    }

    @Test
    default void aClientThatReadsAsFastAsOthersPushIsNeverHungUpOn() throws Exception {
        fixture().needs(Trait.RELIABLE_ORDER, "what is not taken at once may be lost");
        fixture().serve(ScriptedService.echo().pushing(), SMALL_QUEUE);
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        Peer peer = fixture().peer(1);
        for (int i = 0; i < 2_000; i++) {
            peer.push(utf8(i + "x".repeat(200)));
            assertThat(client.receive()).isEqualTo(i + "x".repeat(200));
        }
    }
}
