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

/** What anybody can see of a server that sends back what it is sent: true of ours, and of any other that echoes. */
interface EchoRules extends Rules {

    @Test
    default void whatWasSaidIsAnswered() throws Exception {
        trial().serve(Scripted.echo());
        Caller caller = trial().call();
        caller.say("one");
        assertThat(caller.hear()).isEqualTo("one");
        caller.say("zwei und \u00e4\u00f6\u00fc \ud83d\ude00");
        assertThat(caller.hear()).isEqualTo("zwei und \u00e4\u00f6\u00fc \ud83d\ude00");
    }

    @Test
    default void aLineThatComesByteByByteIsOneMessage() throws Exception {
        trial().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        for (byte one : utf8("h\u00e9llo w\u00f6rld\n")) {
            caller.send(new byte[] {one});
        }
        assertThat(caller.hear()).isEqualTo("h\u00e9llo w\u00f6rld");
    }

    @Test
    default void aHundredThousandPipelinedLinesAreAnsweredInOrder() throws Exception {
        trial().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        int lines = 100_000;
        byte[] all = utf8(range(0, lines).mapToObj(i -> i + "\n").collect(joining()));
        Thread sending = Thread.ofPlatform().start(() -> caller.sendUntil(new CountDownLatch(0), all));
        for (int i = 0; i < lines; i++) {
            assertThat(Integer.parseInt(caller.hear())).isEqualTo(i);
        }
        assertThat(sending.join(trial().patience())).isTrue();
    }

    @Test
    default void aClientThatLeavesWithoutAWordIsNoMessage() throws Exception {
        trial().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        caller.halfClose();
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void whoStopsSpeakingHearsTheEchoToItsEnd() throws Exception {
        trial().needs(Trait.STREAM, StreamRules.ONLY_STREAMS);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        caller.send(utf8("one\ntwo\nthree\n"));
        caller.halfClose();
        for (String line : List.of("one", "two", "three")) {
            assertThat(caller.hear()).isEqualTo(line);
        }
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void whoReadsLateHearsEverythingAndHoldsNobodyElse() throws Exception {
        trial().needs(Trait.STREAM, SlowReaderRules.TAKES_ALL);
        trial().serve(Scripted.echo());
        String page = "x".repeat(8_000);
        List<String> pages = Collections.nCopies(SlowReaderRules.LARGE / page.length(), page);
        Neighbour neighbour = new Neighbour(trial());
        StreamCaller late = trial().dialNarrow();
        AtomicInteger said = new AtomicInteger();
        Thread sending = Thread.ofPlatform().start(() -> sayAll(late, pages, said));
        trial().await("every buffer on the way to be full", () -> {
            int before = said.get();
            return sending.join(CapacityRules.A_WHILE) || said.get() == before;
        });
        neighbour.isStillServed();
        for (String each : pages) {
            assertThat(late.hear()).isEqualTo(each);
        }
        assertThat(sending.join(trial().patience())).isTrue();
    }

    private static void sayAll(StreamCaller caller, List<String> messages, AtomicInteger said) {
        try {
            for (String message : messages) {
                caller.say(message);
                said.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void aResetEndsThatClientOnly() throws Exception {
        trial().needs(Trait.STREAM, "datagrams know no reset");
        trial().serve(Scripted.echo());
        Neighbour neighbour = new Neighbour(trial());
        StreamCaller caller = trial().dial();
        caller.send(utf8("half a li"));
        caller.reset();
        neighbour.isServed();
    }

    @Test
    default void aSilentClientHoldsNobodyUnlessItsThreadIsTheLast() throws Exception {
        trial().needs(Trait.STREAM, "a datagram client that is silent does not exist");
        trial().serve(Scripted.echo());
        int threads = Math.min(CapacityRules.crowd(trial()), trial().model().inService());
        List<Caller> silent = trial().call(threads - 1);
        assertThat(trial().answers("first")).isTrue();
        if (trial().model().inService() < Integer.MAX_VALUE) {
            silent.add(trial().call());
            Caller waiting = trial().call();
            waiting.say("let me in");
            assertThat(waiting.hearsNothingFor(CapacityRules.A_WHILE)).as("every thread is held by silence").isTrue();
            silent.getFirst().close();
            assertThat(waiting.hear()).isEqualTo("let me in");
        }
    }
}
