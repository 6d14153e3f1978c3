package socketlab.load.chat;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * All members join before the clock starts: one after another, so that member K is the server's K-th client, and until each
 * has been told of all others.
 */
final class JoinPhase {
    private static final Duration RESEND = Duration.ofMillis(500);
    private static final int SENDS = 10;
    private static final WaitLimit GREETING = new WaitLimit("for a greeting", RESEND, RESEND);
    private static final WaitLimit NOTICES = new WaitLimit("until all members know of all others", Duration.ofSeconds(5),
            Duration.ofSeconds(15));
    private static final Duration ALL = Duration.ofMinutes(2);

    private final ChatMembers members;
    private final BooleanSupplier stopped;

    JoinPhase(ChatMembers members, BooleanSupplier stopped) {
        this.members = members;
        this.stopped = stopped;
    }

    /** After the first member that is not admitted, the others only connect: they queue behind it. */
    void run() throws IOException, InterruptedException {
        long end = System.nanoTime() + ALL.toNanos();
        int strangers = 0;
        boolean admitted = true;
        for (Member member : members.members()) {
            if (stopped.getAsBoolean()) {
                break;
            } else if (!admitted) {
                member.connect();
                continue;
            }
            admitted = join(member) && isInTime(end);
            if (admitted && member.number == 1) {
                strangers = member.online() - 1;   // users that were online before this load
            }
        }
        awaitNotices(strangers);
        members.members().forEach(Member::stopJoining);
    }

    private boolean isInTime(long end) {
        if (System.nanoTime() < end) {
            return true;
        }
        members.limitReached(format("after %d s no further member joined: the server was too slow", ALL.toSeconds()));
        return false;
    }

    private boolean join(Member member) throws IOException, InterruptedException {
        member.connect();
        for (int sent = 1; sent <= SENDS; sent++) {
            if (await(() -> member.isJoined() || member.isClosed(), GREETING)) {
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
                && members.members().stream().noneMatch(Member::isConnecting), NOTICES);
    }

    private boolean await(BooleanSupplier condition, WaitLimit limit) throws IOException, InterruptedException {
        return members.await(() -> stopped.getAsBoolean() || condition.getAsBoolean(), limit)
                && !stopped.getAsBoolean();
    }
}
