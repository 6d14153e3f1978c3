package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Trait;

/** A stream keeps no message boundaries: however the bytes are cut, the same messages come out, in the same order. */
interface StreamRules extends Rules {
    String ONLY_STREAMS = "a datagram is a message, whole or not at all";

    @Test
    default void manyLinesInOnePacketAreManyMessages() throws Exception {
        fixture().needs(Trait.STREAM, ONLY_STREAMS);
        fixture().serve(ScriptedService.echo());
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("a\n\nb\r\nc\n"));
        for (String line : List.of("a", "", "b", "c")) {
            assertThat(client.receive()).isEqualTo(line);
        }
    }

    /**
     * Messages gathered in one write are read as one, every time. Messages written one by one may be read together too,
     * but not a hundred times in a row: the first is read before the last is written.
     */
    @Test
    default void withoutFramingEachMessageIsAWriteOfItsOwn() throws Exception {
        fixture().needs(Trait.STREAM, ONLY_STREAMS);
        int messages = 64;
        Next many = Next.READY;
        for (int i = 0; i < messages; i++) {
            many = reply("x", many);
        }
        Next answer = many;
        fixture().serve(ScriptedService.answering(message -> answer).framed("raw"));
        StreamClient client = fixture().newStreamClient();
        boolean oneByOne = false;
        for (int round = 0; round < 100 && !oneByOne; round++) {
            client.send(utf8("go"));
            int received = client.readOnce().length();
            oneByOne = received < messages;
            while (received < messages) {
                received += client.readOnce().length();
            }
        }
        assertThat(oneByOne).as("read one by one at least once").isTrue();
    }

    @Test
    default void everyRequestOfAHalfClosedClientIsAnswered() throws Exception {
        fixture().needs(Trait.STREAM, ONLY_STREAMS);
        fixture().serve(ScriptedService.answering(message -> sleep(10, () -> reply(message))));
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("one\ntwo\nthree\n"));
        client.halfClose();
        for (String line : List.of("one", "two", "three")) {
            assertThat(client.receive()).isEqualTo(line);
        }
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void aLastLineWithoutItsNewlineIsAMessageWhenTheStreamEnds() throws Exception {
        fixture().needs(Trait.STREAM, ONLY_STREAMS);
        fixture().serve(ScriptedService.answering(message -> sleep(10, () -> reply(message))));
        StreamClient client = fixture().newStreamClient();
        client.send(utf8("one\ntwo"));
        client.halfClose();
        assertThat(client.receive()).isEqualTo("one");
        assertThat(client.receive()).isEqualTo("two");
        assertThat(client.receive()).as("the end").isNull();
    }
}
