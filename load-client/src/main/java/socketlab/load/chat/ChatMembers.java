package socketlab.load.chat;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;

/** All members of one chat, the slow reader included, and one turn of the event loop that serves them. */
final class ChatMembers {
    private static final long MILLI = 1_000_000;
    private static final long QUIET_NANOS = 50 * MILLI;
    private static final long DRAIN_AT_MOST_NANOS = 2_000 * MILLI;

    private final LoadContext context;
    private final List<Member> members;

    ChatMembers(LoadContext context, ChatPlan plan, MemberListener listener) {
        this.context = context;
        this.members = IntStream.rangeClosed(1, plan.size()).mapToObj(number -> new Member(context, listener, number,
                plan.joinsByName(), number > plan.load().clients() ? Sockets.SLOW_READER_RECEIVE_BUFFER : 0)).toList();
    }

    /** In order of their numbers. */
    List<Member> members() {
        return members;
    }

    /** Waits until a channel is ready, at most until that time, and serves what is ready; false when nothing was. */
    boolean runOnce(long untilNanos) throws IOException, InterruptedException {
        Selector selector = context.selector();
        long left = untilNanos - context.now();
        int ready = left <= 0 ? selector.selectNow() : selector.select((left + MILLI - 1) / MILLI);
        if (Thread.interrupted()) {
            throw new InterruptedException("the load was interrupted");
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Member) key.attachment()).advance();
        }
        selector.selectedKeys().clear();
        return ready > 0;
    }

    /** Runs the loop until the condition holds; false when nothing was ready for so long before it did. */
    boolean await(BooleanSupplier condition, long quietNanos) throws IOException, InterruptedException {
        long until = context.now() + quietNanos;
        while (!condition.getAsBoolean()) {
            if (runOnce(until)) {
                until = context.now() + quietNanos;
            } else if (context.now() >= until) {
                return false;
            }
        }
        return true;
    }

    /** Reads what still arrives when all messages are over: a duplicate comes after the first delivery. */
    void drain() throws IOException, InterruptedException {
        long end = context.now() + DRAIN_AT_MOST_NANOS;
        await(() -> context.now() >= end, QUIET_NANOS);
    }

    void close() {
        members.forEach(Member::close);
    }
}
