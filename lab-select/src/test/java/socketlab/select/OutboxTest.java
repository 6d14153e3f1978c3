package socketlab.select;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

/** The outbox alone, writing to a channel that takes as much as it is told to. */
class OutboxTest {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16);
    private final Taker taker = new Taker();
    private final Outbox outbox = new Outbox(false, 20);

    /** A kernel with little room, which counts how often it is called. */
    private static final class Taker implements WritableByteChannel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room = Integer.MAX_VALUE;
        private int writes;

        @Override
        public int write(ByteBuffer bytes) {
            writes++;
            byte[] some = new byte[Math.min(room, bytes.remaining())];
            bytes.get(some);
            taken.writeBytes(some);
            room -= some.length;
            return some.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private boolean flush() throws IOException {
        return outbox.flush(taker, buffer);
    }

    @Test
    void apartEachIsAWriteOfItsOwnAndStillOneAfterTheOther() throws IOException {
        Outbox apart = new Outbox(true, 20);
        apart.reply(bytes("one "));
        apart.push(bytes("two "));
        apart.push(bytes("three"));
        taker.room = 6;
        assertThat(apart.flush(taker, buffer)).isFalse();
        assertThat(taker.writes).isEqualTo(2);
        taker.room = 100;
        assertThat(apart.flush(taker, buffer)).isTrue();
        assertThat(taker.taken).hasToString("one two three");
        assertThat(taker.writes).as("the rest of two, and three").isEqualTo(4);
    }

    @Test
    void everythingThatIsQueuedLeavesInOneWrite() throws IOException {
        outbox.reply(bytes("one "));
        outbox.push(bytes("two "));
        outbox.reply(bytes("three"));
        assertThat(flush()).isTrue();
        assertThat(taker.taken).hasToString("one two three");
        assertThat(taker.writes).isEqualTo(1);
        assertThat(flush()).isTrue();
        assertThat(taker.writes).as("nothing is queued, nothing is written").isEqualTo(1);
    }

    @Test
    void whatDoesNotFitStaysInOrderAndIsCounted() throws IOException {
        taker.room = 5;
        outbox.reply(bytes("abc"));
        outbox.reply(bytes("defgh"));
        assertThat(flush()).isFalse();
        assertThat(outbox.queuedBytes()).isEqualTo(3);
        outbox.reply(bytes("i"));
        taker.room = 100;
        assertThat(flush()).isTrue();
        assertThat(taker.taken).hasToString("abcdefghi");
        assertThat(outbox.queuedBytes()).isZero();
    }

    @Test
    void oneLargerThanTheBufferLeavesInPieces() throws IOException {
        String large = "0123456789".repeat(10);
        outbox.reply(bytes(large));
        outbox.reply(bytes("end"));
        assertThat(flush()).isTrue();
        assertThat(taker.taken).hasToString(large + "end");
    }

    @Test
    void aPushAsksForAFlushOnceAndNotAgainBeforeEverythingHasLeft() throws IOException {
        taker.room = 1;
        assertThat(outbox.push(bytes("ab"))).isTrue();
        assertThat(outbox.push(bytes("cd"))).isFalse();
        assertThat(flush()).isFalse();
        assertThat(outbox.push(bytes("ef"))).as("it is waited for anyway").isFalse();
        taker.room = 100;
        assertThat(flush()).isTrue();
        assertThat(outbox.push(bytes("gh"))).isTrue();
    }

    @Test
    void aPushWithoutRoomEndsItAllAndAReplyNever() throws IOException {
        taker.room = 0;
        outbox.reply(bytes("x".repeat(50)));
        assertThat(outbox.push(bytes("x".repeat(30)))).as("the first may be large").isTrue();
        assertThat(flush()).isFalse();
        assertThat(outbox.push(bytes("y"))).as("somebody must hear of it").isTrue();
        assertThatThrownBy(this::flush).isInstanceOf(IOException.class).hasMessageContaining("too slow a reader");
    }

    @Test
    void afterItIsClosedNothingIsKept() throws IOException {
        outbox.push(bytes("a"));
        outbox.close();
        assertThat(outbox.push(bytes("b"))).isFalse();
        assertThat(outbox.queuedBytes()).isZero();
        assertThat(flush()).isTrue();
        assertThat(taker.writes).isZero();
    }
}
