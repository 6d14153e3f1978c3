package socketlab.load.chat;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import socketlab.load.net.LoadContext;

/** All who take part in one chat, and one turn of the loop that serves them. */
final class ChatMembers {
    private static final long MILLI = 1_000_000;
    private static final long SETTLE_NANOS = 50 * MILLI;
    private static final long SETTLE_AT_MOST_NANOS = 2_000 * MILLI;

    private final LoadContext shared;
    private final List<Member> members;

    ChatMembers(LoadContext shared, ChatPlan plan) {
        this.shared = shared;
        this.members = IntStream.rangeClosed(1, plan.size()).mapToObj(
                n -> new Member(shared, n, plan.joinsByName(), n > plan.load().clients() ? SlowReader.RECEIVE_BUFFER : 0)).toList();
    }

    List<Member> members() {
        return members;
    }

    /** From 1. */
    Member member(int number) {
        return members.get(number - 1);
    }

    /** Waits for news until that time at most, and passes on what there is; false when there was none. */
    boolean turn(long untilNanos, MemberListener ears) throws IOException, InterruptedException {
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
    boolean await(BooleanSupplier holds, long quietNanos, MemberListener ears) throws IOException, InterruptedException {
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

    /** What comes twice, comes the second time when all is over. */
    void settle(MemberListener ears) throws IOException, InterruptedException {
        long end = shared.now() + SETTLE_AT_MOST_NANOS;
        await(() -> shared.now() >= end, SETTLE_NANOS, ears);
    }

    void close() {
        members.forEach(Member::close);
    }
}
