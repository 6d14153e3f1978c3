package socketlab.core.contract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Trait;

/** What a client can see of a server that sends every message back: ours, or any other echo server. */
interface EchoRules extends Rules {

    @Test
    default void everyMessageIsSentBack() throws Exception {
        fixture().serve(ScriptedService.echo());
        TestClient client = fixture().newClient();
        client.send("one");
        assertThat(client.receive()).isEqualTo("one");
        client.send("zwei und \u00e4\u00f6\u00fc \ud83d\ude00");
        assertThat(client.receive()).isEqualTo("zwei und \u00e4\u00f6\u00fc \ud83d\ude00");
    }

    @Test
    default void aLineThatComesByteByByteIsOneMessage() throws Exception {
        fixture().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        for (byte one : utf8("h\u00e9llo w\u00f6rld\n")) {
            client.send(new byte[] {one});
        }
        assertThat(client.receive()).isEqualTo("h\u00e9llo w\u00f6rld");
    }

    @Test
    default void aHundredThousandPipelinedLinesAreAnsweredInOrder() throws Exception {
        fixture().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        int lines = 100_000;
        byte[] all = utf8(range(0, lines).mapToObj(i -> i + "\n").collect(joining()));
        Thread sending = Thread.ofPlatform().start(() -> client.sendUntil(new CountDownLatch(0), all));
        for (int i = 0; i < lines; i++) {
            assertThat(Integer.parseInt(client.receive())).isEqualTo(i);
        }
        assertThat(sending.join(fixture().patience())).isTrue();
    }

    @Test
    default void aClientThatSendsNothingIsNoMessage() throws Exception {
        fixture().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        client.halfClose();
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void aHalfClosedClientReceivesTheWholeEcho() throws Exception {
        fixture().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("one\ntwo\nthree\n"));
        client.halfClose();
        for (String line : List.of("one", "two", "three")) {
            assertThat(client.receive()).isEqualTo(line);
        }
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void aLateReaderReceivesEverythingAndHoldsUpNoOtherClient() throws Exception {
        fixture().needs(Trait.STREAM, SlowReaderRules.NEVER_WAITS);
        fixture().serve(ScriptedService.echo());
        String page = "x".repeat(8_000);
        List<String> pages = Collections.nCopies(SlowReaderRules.LARGE / page.length(), page);
        OtherClient neighbour = new OtherClient(fixture());
        StreamClient late = fixture().newSlowClient();
        AtomicInteger sent = new AtomicInteger();
        Thread sending = Thread.ofPlatform().start(() -> sendAll(late, pages, sent));
        fixture().await("every buffer on the way to be full", () -> {
            int before = sent.get();
            return sending.join(CapacityRules.A_WHILE) || sent.get() == before;
        });
        neighbour.isStillServed();
        for (String each : pages) {
            assertThat(late.receive()).isEqualTo(each);
        }
        assertThat(sending.join(fixture().patience())).isTrue();
    }

    private static void sendAll(StreamClient client, List<String> messages, AtomicInteger sent) {
        try {
            for (String message : messages) {
                client.send(message);
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void aResetEndsThatClientOnly() throws Exception {
        fixture().needs(Trait.STREAM, "datagrams know no reset");
        fixture().serve(ScriptedService.echo());
        OtherClient neighbour = new OtherClient(fixture());
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("half a li"));
        client.reset();
        neighbour.isServed();
    }

    @Test
    default void aSilentClientHoldsUpNoOtherUnlessItHasTheLastThread() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram client that is silent does not exist");
        fixture().serve(ScriptedService.echo());
        int threads = Math.min(CapacityRules.moreThanInService(fixture()), fixture().model().inService());
        List<TestClient> silent = fixture().newClients(threads - 1);
        assertThat(fixture().answers("first")).isTrue();
        if (fixture().model().inService() < Integer.MAX_VALUE) {
            silent.add(fixture().newClient());
            TestClient waiting = fixture().newClient();
            waiting.send("my turn?");
            assertThat(waiting.receivesNothingFor(CapacityRules.A_WHILE)).as("every thread waits for a silent client").isTrue();
            silent.getFirst().close();
            assertThat(waiting.receive()).isEqualTo("my turn?");
        }
    }
}
