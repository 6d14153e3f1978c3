package socketlab.load.chat;

import java.io.IOException;

/**
 * One more member, who enters and then stops reading. Its kernel takes in next to nothing, so the server's fills up, and
 * then the server has to decide. A closed connection shows only to who reads on, so whether it has been dropped is looked
 * up when all is over; when it was, the others are told.
 */
public final class SlowReader {
    public static final int RECEIVE_BUFFER = 2048;
    private static final long QUIET_NANOS = 2_000_000_000;

    private final Member member;
    private long droppedNanos = -1;

    SlowReader(Member member) {
        this.member = member;
    }

    void stopReading() {
        member.attend(false);
    }

    /** Somebody else is told who came or went. */
    void noticed(byte[] notice, long nanos) {
        if (droppedNanos < 0 && JoinLeaveNotice.tellsWhoLeft(notice, member.port())) {
            droppedNanos = nanos;
        }
    }

    /** Reads what has been kept for it, to see whether there is an end to it; the others may be told a little later. */
    ChatLog.SlowReaderResult lookUp(ChatMembers crowd, MemberListener ears, long clockNanos) throws IOException, InterruptedException {
        member.attend(true);
        crowd.await(() -> member.isGone() && droppedNanos >= 0, QUIET_NANOS, ears);
        return new ChatLog.SlowReaderResult(member.isGone(), droppedNanos < 0 ? -1 : (droppedNanos - clockNanos) / 1000);
    }
}
