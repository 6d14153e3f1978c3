package socketlab.load.chat;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;

/** All members of one chat, the slow reader included, and one turn of the event loop that serves them. */
final class ChatMembers {
    private static final long MILLI = 1_000_000;
    private static final WaitLimit DRAIN = new WaitLimit("for late messages", Duration.ofMillis(50), Duration.ofSeconds(2));

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

    /** Runs the loop until the condition holds; false when a limit of the wait ended it before. */
    boolean await(BooleanSupplier condition, WaitLimit limit) throws IOException, InterruptedException {
        long end = context.now() + limit.most().toNanos();
        long quietUntil = context.now() + limit.quiet().toNanos();
        while (!condition.getAsBoolean()) {
            if (runOnce(Math.min(quietUntil, end))) {
                quietUntil = context.now() + limit.quiet().toNanos();
            }
            if (context.now() >= Math.min(quietUntil, end)) {
                noteChatter(limit, quietUntil > end);
                return false;
            }
        }
        return true;
    }

    private void noteChatter(WaitLimit limit, boolean neverSilent) {
        if (neverSilent && limit.quiet().compareTo(limit.most()) < 0) {
            limitReached(limit.exceeded());
        }
    }

    /** The run says so. */
    void limitReached(String what) {
        context.log().counters().limits.add(what);
    }

    /** Reads what still arrives when all messages are over: a duplicate comes after the first delivery. */
    void drain() throws IOException, InterruptedException {
        await(() -> false, DRAIN);
    }

    void close() {
        members.forEach(Member::close);
    }
}
