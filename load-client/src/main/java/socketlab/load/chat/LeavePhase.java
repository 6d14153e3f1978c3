package socketlab.load.chat;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Everybody leaves, one after another: those who stay are told of each, and who still waits may enter. */
final class LeavePhase {
    private static final long PATIENCE_NANOS = 2_000_000_000;   // for a server that tells nobody

    private final ChatMembers crowd;
    private final MemberListener ears;
    private final BooleanSupplier stopped;

    LeavePhase(ChatMembers crowd, MemberListener ears, BooleanSupplier stopped) {
        this.crowd = crowd;
        this.ears = ears;
        this.stopped = stopped;
    }

    /** Waits after each until it has been noticed: for a small crowd. */
    void open() throws IOException, InterruptedException {
        for (Member member : crowd.members()) {
            if (!stopped.getAsBoolean() && !member.isGone()) {
                List<Integer> before = crowd.members().stream().map(Member::messages).toList();
                member.leave(ears);
                crowd.await(() -> stopped.getAsBoolean() || noticed(before), PATIENCE_NANOS, ears);
            }
        }
    }

    /** By all who are there; and where others wait, by the next of them. */
    private boolean noticed(List<Integer> before) {
        List<Member> left = crowd.members().stream().filter(member -> !member.isGone()).toList();
        List<Member> waiting = left.stream().filter(member -> !member.isThere()).toList();
        return left.stream().filter(Member::isThere).allMatch(member -> news(member, before))
                && (waiting.isEmpty() || waiting.stream().anyMatch(member -> news(member, before)));
    }

    private static boolean news(Member member, List<Integer> before) {
        return member.messages() > before.get(member.number - 1);
    }
}
