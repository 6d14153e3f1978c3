package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Trait;

/** What clients do wrong: it ends the one that did it, who is told where that can be, and nobody else notices. */
interface FaultRules extends Rules {
    String NO_FRAMES = "a datagram is a message, whatever is in it";
    String TOO_LONG = "that line is longer than 8192 bytes";

    @Test
    default void aLineThatIsTooLongEndsItsClientWithOneLineThatSaysWhy() throws Exception {
        endsAlone(utf8("x".repeat(10_000) + "\n"), TOO_LONG);
    }

    @Test
    default void aLineOfAMegabyteThatIsStillBeingSentEndsItsClientWithTheSameLine() throws Exception {
        endsAlone(utf8("x".repeat(1 << 20)), TOO_LONG);
    }

    /** Who closes on it answers its next bytes with a reset, and a reset destroys what it has been told. */
    @Test
    default void aClientInTheMiddleOfALineThatIsTooLongIsHeardOut() throws Exception {
        trial().needs(Trait.STREAM, NO_FRAMES);
        AtomicInteger closed = new AtomicInteger();
        trial().serve(Scripted.by(peer -> new Part().closing(closed::incrementAndGet)));
        StreamCaller caller = trial().dial();
        caller.send(utf8("x".repeat(8_200)));   // so few that all of them are read before it is noticed
        trial().await("the hang-up", () -> closed.get() == 1);
        assertThat(caller.hearsNothingFor(Duration.ofMillis(50))).as("nothing is said").isFalse();
        for (int i = 0; i < 20; i++) {
            caller.send(utf8("and more of it"));
        }
        assertThat(caller.hear()).startsWith(TOO_LONG);
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void bytesThatAreNoTextEndTheirClientWithOneLineThatSaysWhy() throws Exception {
        endsAlone(new byte[] {'a', (byte) 0xC3, '(', '\n'}, "that is not UTF-8 text");
    }

    @Test
    default void whatCameBeforeABadLineIsStillAnswered() throws Exception {
        trial().needs(Trait.STREAM, NO_FRAMES);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        caller.send(utf8("one\ntwo\n" + "x".repeat(10_000) + "\nthree\n"));
        for (String line : List.of("one", "two", TOO_LONG)) {
            assertThat(caller.hear()).isEqualTo(line);
        }
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void aResetInTheMiddleOfAMessageEndsThatClientOnly() throws Exception {
        trial().needs(Trait.STREAM, "datagrams know no reset");
        AtomicInteger closed = new AtomicInteger();
        trial().serve(Scripted.by(peer -> Part.answering(Steps::reply).closing(closed::incrementAndGet)));
        Neighbour neighbour = new Neighbour(trial());
        int before = closed.get();
        StreamCaller caller = trial().dial();
        caller.send(utf8("half a li"));
        caller.reset();
        trial().await("onClose", () -> closed.get() == before + 1);
        neighbour.isServed();
    }

    private void endsAlone(byte[] fault, String told) throws Exception {
        trial().needs(Trait.STREAM, NO_FRAMES);
        trial().serve(Scripted.echo());
        Neighbour neighbour = new Neighbour(trial());
        StreamCaller caller = trial().dial();
        caller.send(fault);
        assertThat(caller.hear()).startsWith(told);
        assertThat(caller.hear()).as("the end").isNull();
        caller.close();
        neighbour.isServed();
    }

    @Test
    default void oneClientMoreThanThereIsRoomForIsToldAndSentAway() throws Exception {
        trial().needs(Trait.CONCURRENT, "whoever comes second waits in the kernel's queue");
        trial().needs(Trait.SEES_CLOSE, "room is made when a client is seen to leave");
        int room = Math.min(2, trial().model().inService() - 1);
        trial().serve(Scripted.echo(), Options.defaults().withMaxClients(room));
        List<Caller> inside = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            inside.add(trial().call());
            inside.getLast().say("in");
            assertThat(inside.getLast().hear()).isEqualTo("in");
        }
        Caller tooMany = trial().call();
        assertThat(tooMany.hear()).contains("full");
        assertThat(tooMany.hear()).as("the end").isNull();
        inside.getFirst().close();
        trial().await("room again", () -> {
            try (Caller next = trial().call()) {
                return next.hearsNothingFor(CapacityRules.A_WHILE);
            }
        });
        inside.subList(1, inside.size()).forEach(this::isStillServed);
    }

    private void isStillServed(Caller caller) {
        try {
            caller.say("still here");
            assertThat(caller.hear()).isEqualTo("still here");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    default void asManyAsThereIsRoomForStayHoweverManyComeAtOnce() throws Exception {
        trial().needs(Trait.STREAM, "a datagram client is unknown until it speaks");
        trial().needs(Trait.CONCURRENT, "whoever comes second waits in the kernel's queue");
        int room = Math.min(3, trial().model().inService() - 1);
        trial().serve(Scripted.by(peer -> Part.opening(() -> reply("welcome"))),
                Options.defaults().withMaxClients(room));
        List<String> heard = new ArrayList<>();
        for (Caller caller : trial().call(room + 12)) {
            heard.add(caller.hear());
        }
        assertThat(heard.stream().filter("welcome"::equals)).hasSize(room);
        assertThat(heard.stream().filter(line -> line.contains("full"))).hasSize(12);
    }
}
