package socketlab.load.chat;

import java.io.IOException;
import java.time.Duration;

/**
 * One more member that joins and then stops reading. Its receive buffer is small, so the server's send buffer fills up, and
 * the server has to decide what to do with what it cannot send. Only a client that reads can see that its connection has
 * been closed, so that is looked up when all messages are over; when it was closed, the others are told.
 */
final class SlowReader {
    private static final WaitLimit END = new WaitLimit("for the end of the slow reader", Duration.ofSeconds(2),
            Duration.ofSeconds(10));

    private final Member member;
    private long leftNanos = -1;

    SlowReader(Member member) {
        this.member = member;
    }

    void stopReading() {
        member.setReading(false);
    }

    /** Another member has received this notice of who joined or left. */
    void observe(byte[] notice, long nanos) {
        if (leftNanos < 0 && JoinLeaveNotice.saysThatLeft(notice, member.port())) {
            leftNanos = nanos;
        }
    }

    /** Reads what the kernel has kept, to see whether the stream ends; the others may be told a little later. */
    ChatLog.SlowReaderResult result(ChatMembers members, long startNanos) throws IOException, InterruptedException {
        member.setReading(true);
        members.await(() -> member.isClosed() && leftNanos >= 0, END);
        return new ChatLog.SlowReaderResult(member.isClosed(), leftNanos < 0 ? -1 : (leftNanos - startNanos) / 1000);
    }
}
