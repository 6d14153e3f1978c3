package socketlab.load.chat;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Brings everybody into the room before the clock starts: one after another, so that member K is the server's K-th
 * client; and everybody has been told of everybody else.
 */
final class JoinPhase {
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long CALL_AGAIN_NANOS = 500_000_000L;

    private final ChatMembers crowd;
    private final MemberListener ears;
    private final BooleanSupplier stopped;

    JoinPhase(ChatMembers crowd, MemberListener ears, BooleanSupplier stopped) {
        this.crowd = crowd;
        this.ears = ears;
        this.stopped = stopped;
    }

    /** Once somebody is not let in, nobody waits for who comes after: they wait behind them. */
    void open() throws IOException, InterruptedException {
        int others = 0;
        boolean letIn = true;
        for (Member member : crowd.members()) {
            if (stopped.getAsBoolean()) {
                break;
            } else if (!letIn) {
                member.connect(ears);
                continue;
            }
            letIn = enter(member);
            if (letIn && member.number == 1) {
                others = member.online() - 1;   // who were there before us
            }
        }
        List<Member> there = crowd.members().stream().filter(Member::isThere).toList();
        int online = others + there.size();
        await(() -> there.stream().allMatch(member -> member.isGone() || member.online() == online)
                && crowd.members().stream().noneMatch(Member::isConnecting), PATIENCE_NANOS);
        crowd.members().forEach(Member::giveUp);
    }

    private boolean enter(Member member) throws IOException, InterruptedException {
        member.connect(ears);
        for (long waited = 0; waited < PATIENCE_NANOS; waited += CALL_AGAIN_NANOS) {
            if (await(() -> member.isThere() || member.isGone(), CALL_AGAIN_NANOS)) {
                return member.isThere();
            }
            member.callAgain(ears);
        }
        return false;
    }

    private boolean await(BooleanSupplier holds, long quietNanos) throws IOException, InterruptedException {
        return crowd.await(() -> stopped.getAsBoolean() || holds.getAsBoolean(), quietNanos, ears)
                && !stopped.getAsBoolean();
    }
}
