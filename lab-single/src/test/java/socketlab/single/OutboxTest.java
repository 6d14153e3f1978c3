package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replies and pushes leave in one order, in as few writes as can be; only pushes are bounded. */
class OutboxTest {
    private final Written out = new Written();
    private final Outbox outbox = new Outbox(out, false, 10);

    /** Remembers each write, and does something meanwhile, as others do while a client is slow to read. */
    private static final class Written extends OutputStream {
        private final List<String> writes = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public void write(int oneByte) {
            throw new AssertionError("a write for every byte");
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            writes.add(new String(bytes, from, length, java.nio.charset.StandardCharsets.UTF_8));
            meanwhile.run();
        }
    }

    @Test
    void everythingQueuedIsOneWriteInTheOrderInWhichItCame() throws IOException {
        outbox.reply(utf8("a"));
        outbox.push(utf8("b"));
        outbox.reply(utf8("c"));
        outbox.flush();
        outbox.flush();
        assertThat(out.writes).containsExactly("abc");
    }

    @Test
    void apartEachIsAWriteOfItsOwn() throws IOException {
        Outbox apart = new Outbox(out, true, 10);
        apart.reply(utf8("a"));
        apart.push(utf8("b"));
        apart.push(utf8("c"));
        apart.flush();
        apart.flush();
        assertThat(out.writes).containsExactly("a", "b", "c");
        assertThat(apart.queuedBytes()).isZero();
    }

    @Test
    void whatComesDuringAWriteIsTheNextWrite() throws IOException {
        outbox.push(utf8("first"));
        out.meanwhile = () -> {
            out.meanwhile = () -> {};
            outbox.push(utf8("2"));
            outbox.reply(utf8("3"));
        };
        outbox.flush();
        outbox.flush();
        assertThat(out.writes).containsExactly("first", "23");
    }

    @Test
    void bytesWaitUntilTheyHaveBeenWritten() throws IOException {
        List<Integer> during = new ArrayList<>();
        outbox.reply(utf8("12345"));
        outbox.push(utf8("67"));
        assertThat(outbox.queuedBytes()).isEqualTo(7);
        out.meanwhile = () -> during.add(outbox.queuedBytes());
        outbox.flush();
        assertThat(during).containsExactly(7);
        assertThat(outbox.queuedBytes()).isZero();
    }

    @Test
    void aFullOutboxRefusesAPushAndFromThenOnEveryPush() {
        assertThat(outbox.push(utf8("1234567890"))).as("exactly full").isTrue();
        assertThat(outbox.push(utf8("x"))).isFalse();
        assertThat(outbox.push(utf8(""))).isFalse();
        assertThatThrownBy(outbox::flush).isInstanceOf(IOException.class)
                .hasMessage("too slow a reader: more than 10 bytes wait for it");
    }

    @Test
    void whatAWriteHasTakenStillFillsTheOutbox() throws IOException {
        List<Boolean> accepted = new ArrayList<>();
        outbox.push(utf8("1234567890"));
        out.meanwhile = () -> accepted.add(outbox.push(utf8("x")));
        outbox.flush();
        assertThat(accepted).containsExactly(false);
    }

    @Test
    void whatHasBeenWrittenMakesRoom() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(outbox.push(utf8("1234567890"))).isTrue();
            outbox.flush();
        }
    }

    @Test
    void aPushLargerThanTheOutboxIsTakenWhenNoOtherWaits() {
        assertThat(outbox.push(utf8("12345678901"))).isTrue();
    }

    @Test
    void aReplyIsNeverRefusedAndLeavesPushesTheirRoom() throws IOException {
        outbox.reply(utf8("12345678901234567890"));
        assertThat(outbox.push(utf8("1234567890"))).isTrue();
        outbox.flush();
        assertThat(out.writes).containsExactly("123456789012345678901234567890");
    }

    @Test
    void aReplySaysWhenItIsTimeToFlush() {
        assertThat(outbox.reply(utf8("123456789"))).isFalse();
        assertThat(outbox.reply(utf8("0"))).isTrue();
    }

    @Test
    void whatIsAddedToAClosedOutboxIsForgotten() throws Exception {
        assertThat(outbox.push(utf8("before"))).isTrue();
        outbox.flush();
        outbox.close();
        outbox.reply(utf8("after"));
        assertThat(outbox.push(utf8("after that too"))).isTrue();
        assertThat(outbox.queuedBytes()).isZero();
        assertThat(outbox.awaitWork()).as("more work").isFalse();
    }
}
