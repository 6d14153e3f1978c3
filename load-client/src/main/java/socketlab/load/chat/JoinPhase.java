package socketlab.load.chat;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * All members join before the clock starts: one after another, so that member K is the server's K-th client, and until each
 * has been told of all others.
 */
final class JoinPhase {
    private static final long TIMEOUT_NANOS = 5_000_000_000L;
    private static final long RESEND_NANOS = 500_000_000L;

    private final ChatMembers members;
    private final BooleanSupplier stopped;

    JoinPhase(ChatMembers members, BooleanSupplier stopped) {
        this.members = members;
        this.stopped = stopped;
    }

    /** After the first member that is not admitted, the others only connect: they queue behind it. */
    void run() throws IOException, InterruptedException {
        int strangers = 0;
        boolean admitted = true;
        for (Member member : members.members()) {
            if (stopped.getAsBoolean()) {
                break;
            } else if (!admitted) {
                member.connect();
                continue;
            }
            admitted = join(member);
            if (admitted && member.number == 1) {
                strangers = member.online() - 1;   // users that were online before this load
            }
        }
        awaitNotices(strangers);
        members.members().forEach(Member::stopJoining);
    }

    private boolean join(Member member) throws IOException, InterruptedException {
        member.connect();
        for (long waited = 0; waited < TIMEOUT_NANOS; waited += RESEND_NANOS) {
            if (await(() -> member.isJoined() || member.isClosed(), RESEND_NANOS)) {
                return member.isJoined();
            }
            member.resendJoin();
        }
        return false;
    }

    private void awaitNotices(int strangers) throws IOException, InterruptedException {
        List<Member> joined = members.members().stream().filter(Member::isJoined).toList();
        int online = strangers + joined.size();
        await(() -> joined.stream().allMatch(member -> member.isClosed() || member.online() == online)
                && members.members().stream().noneMatch(Member::isConnecting), TIMEOUT_NANOS);
    }

    private boolean await(BooleanSupplier condition, long quietNanos) throws IOException, InterruptedException {
        return members.await(() -> stopped.getAsBoolean() || condition.getAsBoolean(), quietNanos)
                && !stopped.getAsBoolean();
    }
}
