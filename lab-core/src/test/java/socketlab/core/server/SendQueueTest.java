package socketlab.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Replies and pushes leave in one order, in as few writes as can be; only pushes are bounded. */
class SendQueueTest {
    private final ByteBuffer buffer = ByteBuffer.allocate(16);
    private final SendQueue queue = newQueue(false, 10);

    private static SendQueue newQueue(boolean preservesWrites, int limit) {
        return new SendQueue(preservesWrites, limit, new SendBudget(Long.MAX_VALUE, () -> false));
    }

    /** A kernel with little room, which counts how often it is called. */
    private final class Kernel {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room = Integer.MAX_VALUE;
        private int writes;

        /** As a loop writes: true when everything has left. */
        private boolean flush(SendQueue from) throws IOException {
            while (from.copyTo(buffer.clear())) {
                writes++;
                byte[] some = new byte[Math.min(room, buffer.flip().remaining())];
                buffer.get(some);
                taken.writeBytes(some);
                room -= some.length;
                boolean empty = from.remove(some.length);
                if (empty || buffer.hasRemaining()) {
                    return empty;
                }
            }
            return true;
        }
    }

    private final Kernel kernel = new Kernel();

    /** As a blocking thread writes. */
    private static List<String> writes(SendQueue from) throws IOException {
        List<String> writes = new ArrayList<>();
        for (byte[] next; (next = from.peek()) != null;) {
            writes.add(text(next));
            from.remove(next.length);
        }
        return writes;
    }

    @Test
    void everythingQueuedIsOneWriteInTheOrderInWhichItCame() throws IOException {
        queue.add(utf8("a"));
        queue.push(utf8("b"));
        queue.add(utf8("c"));
        assertThat(writes(queue)).containsExactly("abc");
        assertThat(writes(queue)).as("nothing is queued, nothing is written").isEmpty();
        queue.add(utf8("one "));
        queue.push(utf8("two "));
        queue.add(utf8("three"));
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.taken).hasToString("one two three");
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.writes).isEqualTo(1);
    }

    @Test
    void whereWritesArePreservedEachFrameIsAWriteOfItsOwn() throws IOException {
        SendQueue preserving = newQueue(true, 20);
        preserving.add(utf8("a"));
        preserving.push(utf8("b"));
        preserving.push(utf8("c"));
        assertThat(writes(preserving)).containsExactly("a", "b", "c");
        assertThat(preserving.queuedBytes()).isZero();
    }

    @Test
    void whereWritesArePreservedTheRestOfAFrameStillComesFirst() throws IOException {
        SendQueue preserving = newQueue(true, 20);
        preserving.add(utf8("one "));
        preserving.push(utf8("two "));
        preserving.push(utf8("three"));
        kernel.room = 6;
        assertThat(kernel.flush(preserving)).isFalse();
        assertThat(kernel.writes).isEqualTo(2);
        kernel.room = 100;
        assertThat(kernel.flush(preserving)).isTrue();
        assertThat(kernel.taken).hasToString("one two three");
        assertThat(kernel.writes).as("the rest of two, and three").isEqualTo(4);
    }

    @Test
    void whatComesDuringAWriteIsTheNextWrite() throws IOException {
        queue.push(utf8("first"));
        byte[] inProgress = queue.peek();
        queue.push(utf8("2"));
        queue.add(utf8("3"));
        assertThat(text(inProgress)).isEqualTo("first");
        queue.remove(inProgress.length);
        assertThat(writes(queue)).containsExactly("23");
    }

    @Test
    void whatTheKernelDoesNotTakeStaysInOrderAndIsCounted() throws IOException {
        kernel.room = 5;
        queue.add(utf8("abc"));
        queue.add(utf8("defgh"));
        assertThat(kernel.flush(queue)).isFalse();
        assertThat(queue.queuedBytes()).isEqualTo(3);
        queue.add(utf8("i"));
        kernel.room = 100;
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.taken).hasToString("abcdefghi");
        assertThat(queue.queuedBytes()).isZero();
    }

    @Test
    void whatIsLeftOfAnEarlierWriteGoesBeforeWhatCameMeanwhile() throws IOException {
        queue.push(utf8("meanwhile"));
        queue.addFirst(utf8("the rest of a reply, "));
        queue.add(utf8(" and after"));
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.taken).hasToString("the rest of a reply, meanwhile and after");
        queue.addFirst(utf8("alone"));
        queue.add(utf8("!"));
        assertThat(writes(queue)).containsExactly("alone!");
    }

    @Test
    void whatIsLeftOfAnEarlierWriteAsksForNoFlush() {
        queue.addFirst(utf8("rest"));
        assertThat(queue.push(utf8("push"))).as("the writer waits already").isFalse();
    }

    @Test
    void aFrameLargerThanTheBufferLeavesInPieces() throws IOException {
        String large = "0123456789".repeat(10);
        queue.add(utf8(large));
        queue.add(utf8("end"));
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.taken).hasToString(large + "end");
    }

    @Test
    void aBlockingWriteIsNeverLargerThan64Kilobytes() throws IOException {
        queue.add(utf8("small "));
        queue.add(new byte[2 * SendQueue.GATHER_BYTES]);
        assertThat(writes(queue)).extracting(String::length)
                .containsExactly(SendQueue.GATHER_BYTES, SendQueue.GATHER_BYTES, 6);
    }

    @Test
    void bytesAreCountedUntilTheyHaveLeft() throws IOException {
        queue.add(utf8("12345"));
        queue.push(utf8("67"));
        assertThat(queue.queuedBytes()).isEqualTo(7);
        byte[] inProgress = queue.peek();
        assertThat(queue.queuedBytes()).isEqualTo(7);
        assertThat(queue.remove(inProgress.length)).isTrue();
        assertThat(queue.queuedBytes()).isZero();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aFullQueueRefusesAPushAndEveryPushAfterIt() {
        queue.push(utf8("1234567890"));
        assertThat(queue.overflowed()).as("exactly full").isFalse();
        assertThat(queue.push(utf8("x"))).as("somebody must learn of it").isTrue();
        assertThat(queue.overflowed()).isTrue();
        assertThat(queue.push(utf8(""))).isFalse();
        assertThat(queue.queuedBytes()).isEqualTo(10);
        assertThat(queue.hasPending()).as("it will not arrive any more").isFalse();
        String message = "too slow a reader: more than 10 bytes wait for it";
        assertThatThrownBy(queue::peek).isInstanceOf(IOException.class).hasMessage(message);
        assertThatThrownBy(() -> kernel.flush(queue)).isInstanceOf(IOException.class).hasMessage(message);
    }

    @Test
    void bytesThatAreBeingWrittenStillFillTheQueue() throws IOException {
        queue.push(utf8("1234567890"));
        assertThat(queue.peek()).hasSize(10);
        queue.push(utf8("x"));
        assertThat(queue.overflowed()).isTrue();
    }

    @Test
    void whatHasBeenWrittenMakesRoom() throws IOException {
        for (int i = 0; i < 5; i++) {
            queue.push(utf8("1234567890"));
            assertThat(writes(queue)).containsExactly("1234567890");
        }
        assertThat(queue.overflowed()).isFalse();
    }

    @Test
    void aPushLargerThanTheQueueIsTakenWhenNoOtherWaits() {
        queue.push(utf8("12345678901"));
        assertThat(queue.overflowed()).isFalse();
        assertThat(queue.queuedBytes()).isEqualTo(11);
    }

    @Test
    void aReplyIsNeverRefusedAndLeavesPushesTheirRoom() throws IOException {
        queue.add(utf8("12345678901234567890"));
        queue.push(utf8("1234567890"));
        assertThat(writes(queue)).containsExactly("123456789012345678901234567890");
    }

    @Test
    void theQueueIsFullWhenItHoldsAsManyBytesAsItsLimit() {
        queue.add(utf8("123456789"));
        assertThat(queue.isFull()).isFalse();
        queue.add(utf8("0"));
        assertThat(queue.isFull()).isTrue();
    }

    @Test
    void aPushAsksForAFlushOnceAndNotAgainBeforeEverythingHasLeft() throws IOException {
        kernel.room = 1;
        assertThat(queue.push(utf8("ab"))).isTrue();
        assertThat(queue.push(utf8("cd"))).isFalse();
        assertThat(kernel.flush(queue)).isFalse();
        assertThat(queue.push(utf8("ef"))).as("the writer waits already").isFalse();
        kernel.room = 100;
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(queue.push(utf8("gh"))).isTrue();
    }

    @Test
    void anEmptyFrameIsNothingToSend() throws IOException {
        queue.add(utf8(""));
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.peek()).isNull();
    }

    @Test
    void afterItIsClosedNothingIsKept() throws Exception {
        queue.push(utf8("before"));
        byte[] inProgress = queue.peek();
        queue.close();
        assertThat(queue.remove(inProgress.length)).isTrue();
        queue.add(utf8("after"));
        queue.addFirst(utf8("after that"));
        assertThat(queue.push(utf8("after that too"))).isFalse();
        assertThat(queue.queuedBytes()).isZero();
        assertThat(queue.awaitPending()).as("more to come").isFalse();
        assertThat(kernel.flush(queue)).isTrue();
        assertThat(kernel.writes).isZero();
    }

    @Test
    void whatAClientHasReadIsCountedEvenWhereItIsNeverAllOfIt() throws IOException {
        queue.add(utf8("12345"));
        assertThat(queue.sentBytes()).isZero();
        kernel.room = 3;
        kernel.flush(queue);
        assertThat(queue.sentBytes()).isEqualTo(3);
    }

    @Test
    void aClientThatIsGivenUpOnLeavesNothingBehind() {
        queue.push(utf8("12345"));
        queue.overflow();
        assertThat(queue.queuedBytes()).isZero();
        assertThat(queue.push(utf8("6"))).isFalse();
        assertThatThrownBy(queue::peek).isInstanceOf(IOException.class).hasMessageStartingWith("too slow a reader");
        assertThatThrownBy(() -> kernel.flush(queue)).isInstanceOf(IOException.class);
    }

    @Test
    void aLargeFrameWhoseWriteIsToBePreservedLeavesInPiecesTooSoThatProgressIsSeen() throws IOException {
        SendQueue preserving = newQueue(true, 20);
        preserving.add(new byte[SendQueue.GATHER_BYTES + 1]);
        preserving.add(utf8("next"));
        assertThat(writes(preserving)).extracting(String::length).containsExactly(SendQueue.GATHER_BYTES, 1, 4);
    }

    @Test
    void aWriterThreadWaitsUntilSomethingIsPushed() throws Exception {
        CompletableFuture<Boolean> woken = new CompletableFuture<>();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                woken.complete(queue.awaitPending());
            } catch (InterruptedException e) {
                woken.completeExceptionally(e);
            }
        });
        queue.push(utf8("x"));
        assertThat(woken.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.join(Duration.ofSeconds(5))).isTrue();
    }
}
