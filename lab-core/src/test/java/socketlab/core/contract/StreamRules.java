package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** A stream keeps no message boundaries: however the bytes are cut, the same messages come out, in the same order. */
interface StreamRules extends Rules {
    String ONLY_STREAMS = "a datagram is a message, whole or not at all";

    @Test
    default void manyLinesInOnePacketAreManyMessages() throws Exception {
        trial().needs(Trait.STREAM, ONLY_STREAMS);
        trial().serve(Scripted.echo());
        StreamCaller caller = trial().dial();
        caller.send(utf8("a\n\nb\r\nc\n"));
        for (String line : List.of("a", "", "b", "c")) {
            assertThat(caller.hear()).isEqualTo(line);
        }
    }

    /**
     * A write that gathers them is read as one, every time. Written one by one they may still be read together, but
     * not a hundred times in a row: the first is read while the last has yet to be written.
     */
    @Test
    default void withoutFramingEachMessageIsAWriteOfItsOwn() throws Exception {
        trial().needs(Trait.STREAM, ONLY_STREAMS);
        int messages = 64;
        Next many = Next.READY;
        for (int i = 0; i < messages; i++) {
            many = reply("x", many);
        }
        Next answer = many;
        trial().serve(Scripted.answering(message -> answer).framed("raw"));
        StreamCaller caller = trial().dial();
        boolean apart = false;
        for (int round = 0; round < 100 && !apart; round++) {
            caller.send(utf8("go"));
            int heard = caller.hearOnce().length();
            apart = heard < messages;
            while (heard < messages) {
                heard += caller.hearOnce().length();
            }
        }
        assertThat(apart).as("read one by one at least once").isTrue();
    }

    @Test
    default void aHalfClosedClientIsAnsweredAllThatItAsked() throws Exception {
        trial().needs(Trait.STREAM, ONLY_STREAMS);
        trial().serve(Scripted.answering(message -> sleep(10, () -> reply(message))));
        StreamCaller caller = trial().dial();
        caller.send(utf8("one\ntwo\nthree\n"));
        caller.halfClose();
        for (String line : List.of("one", "two", "three")) {
            assertThat(caller.hear()).isEqualTo(line);
        }
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds() throws Exception {
        trial().needs(Trait.STREAM, ONLY_STREAMS);
        trial().serve(Scripted.answering(message -> sleep(10, () -> reply(message))));
        StreamCaller caller = trial().dial();
        caller.send(utf8("one\ntwo"));
        caller.halfClose();
        assertThat(caller.hear()).isEqualTo("one");
        assertThat(caller.hear()).isEqualTo("two");
        assertThat(caller.hear()).as("the end").isNull();
    }
}
