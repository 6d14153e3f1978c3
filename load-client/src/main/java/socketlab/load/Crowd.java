package socketlab.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** All who take part in one chat, and one turn of the loop that serves them. */
final class Crowd {
    private static final long MILLI = 1_000_000;

    private final Shared shared;
    private final List<Member> members;

    Crowd(Shared shared, int size) {
        this.shared = shared;
        this.members = IntStream.rangeClosed(1, size).mapToObj(n -> new Member(shared, n)).toList();
    }

    List<Member> members() {
        return members;
    }

    /** From 1. */
    Member member(int number) {
        return members.get(number - 1);
    }

    /** Waits for news until that time at most, and passes on what there is; false when there was none. */
    boolean turn(long untilNanos, Ears ears) throws IOException, InterruptedException {
        Selector selector = shared.selector();
        long left = untilNanos - shared.now();
        int news = left <= 0 ? selector.selectNow() : selector.select((left + MILLI - 1) / MILLI);
        if (Thread.interrupted()) {
            throw new InterruptedException("the load was interrupted");
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Member) key.attachment()).advance(ears);
        }
        selector.selectedKeys().clear();
        return news > 0;
    }

    /** Turns until it holds, or there has been no news for so long; false then. */
    boolean await(BooleanSupplier holds, long quietNanos, Ears ears) throws IOException, InterruptedException {
        long until = shared.now() + quietNanos;
        while (!holds.getAsBoolean()) {
            if (turn(until, ears)) {
                until = shared.now() + quietNanos;
            } else if (shared.now() >= until) {
                return false;
            }
        }
        return true;
    }

    void close() {
        members.forEach(Member::close);
    }
}
