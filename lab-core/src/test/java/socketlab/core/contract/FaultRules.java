package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Trait;

/** A faulty client is told what is wrong, where that is possible, and disconnected; no other client notices. */
interface FaultRules extends Rules {
    String NO_FRAMES = "a datagram is a message, whatever is in it";
    String TOO_LONG = "that line is longer than 8192 bytes";

    @Test
    default void aLineThatIsTooLongEndsItsClientWithOneLineThatSaysWhy() throws Exception {
        endsAlone(utf8("x".repeat(10_000) + "\n"), TOO_LONG);
    }

    @Test
    default void aMegabyteWithoutANewlineEndsItsClientWithTheSameLine() throws Exception {
        endsAlone(utf8("x".repeat(1 << 20)), TOO_LONG);
    }

    /** A server that just closes answers its next bytes with a reset, and a reset destroys the final reply. */
    @Test
    default void aClientInTheMiddleOfALineThatIsTooLongIsNotReset() throws Exception {
        fixture().needs(Trait.STREAM, NO_FRAMES);
        AtomicInteger closed = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> new ScriptedSession().closing(closed::incrementAndGet)));
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("x".repeat(8_200)));   // so few that all of them are read before the fault is noticed
        fixture().await("the hang-up", () -> closed.get() == 1);
        assertThat(client.receivesNothingFor(Duration.ofMillis(50))).as("no reply").isFalse();
        for (int i = 0; i < 20; i++) {
            client.send(utf8("and more of it"));
        }
        assertThat(client.receive()).startsWith(TOO_LONG);
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void bytesThatAreNotUtf8EndTheirClientWithOneLineThatSaysWhy() throws Exception {
        endsAlone(new byte[] {'a', (byte) 0xC3, '(', '\n'}, "that is not UTF-8 text");
    }

    @Test
    default void messagesBeforeABadLineAreStillAnswered() throws Exception {
        fixture().needs(Trait.STREAM, NO_FRAMES);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("one\ntwo\n" + "x".repeat(10_000) + "\nthree\n"));
        for (String line : List.of("one", "two", TOO_LONG)) {
            assertThat(client.receive()).isEqualTo(line);
        }
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void aResetInTheMiddleOfAMessageEndsThatClientOnly() throws Exception {
        fixture().needs(Trait.STREAM, "datagrams know no reset");
        AtomicInteger closed = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(NextSteps::reply).closing(closed::incrementAndGet)));
        OtherClient neighbour = new OtherClient(fixture());
        int before = closed.get();
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("half a li"));
        client.reset();
        fixture().await("onClose", () -> closed.get() == before + 1);
        neighbour.isServed();
    }

    private void endsAlone(byte[] fault, String told) throws Exception {
        fixture().needs(Trait.STREAM, NO_FRAMES);
        fixture().serve(ScriptedService.echo());
        OtherClient neighbour = new OtherClient(fixture());
        StreamClient client = fixture().newStreamClient();
        client.send(fault);
        assertThat(client.receive()).startsWith(told);
        assertThat(client.receive()).as("the end").isNull();
        client.close();
        neighbour.isServed();
    }

    @Test
    default void oneClientTooManyIsToldSoAndDisconnected() throws Exception {
        fixture().needs(Trait.CONCURRENT, "the second client waits in the accept queue");
        fixture().needs(Trait.SEES_CLOSE, "there is room again when the server sees a client leave");
        int room = Math.min(2, fixture().model().inService() - 1);
        fixture().serve(ScriptedService.echo(), Options.defaults().withMaxClients(room));
        List<TestClient> inside = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            inside.add(fixture().newClient());
            inside.getLast().send("in");
            assertThat(inside.getLast().receive()).isEqualTo("in");
        }
        TestClient tooMany = fixture().newClient();
        assertThat(tooMany.receive()).contains("full");
        assertThat(tooMany.receive()).as("the end").isNull();
        inside.getFirst().close();
        fixture().await("room again", () -> {
            try (TestClient next = fixture().newClient()) {
                return next.receivesNothingFor(CapacityRules.A_WHILE);
            }
        });
        inside.subList(1, inside.size()).forEach(this::isStillServed);
    }

    private void isStillServed(TestClient client) {
        try {
            client.send("still here");
            assertThat(client.receive()).isEqualTo("still here");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    default void noMoreThanTheMaximumOfClientsStayHoweverManyComeAtOnce() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram client is unknown until it sends");
        fixture().needs(Trait.CONCURRENT, "the second client waits in the accept queue");
        int room = Math.min(3, fixture().model().inService() - 1);
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> reply("welcome"))),
                Options.defaults().withMaxClients(room));
        List<String> received = new ArrayList<>();
        for (TestClient client : fixture().newClients(room + 12)) {
            received.add(client.receive());
        }
        assertThat(received.stream().filter("welcome"::equals)).hasSize(room);
        assertThat(received.stream().filter(line -> line.contains("full"))).hasSize(12);
    }
}
