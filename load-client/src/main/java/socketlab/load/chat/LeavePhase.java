package socketlab.load.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All members leave, one after another: the others are told of each, and a member that was not admitted may be now. */
final class LeavePhase {
    private static final WaitLimit NOTICE = new WaitLimit("until the others know who has left", Duration.ofSeconds(2),
            Duration.ofSeconds(3));   // for a server that tells nobody

    private final ChatMembers members;
    private final BooleanSupplier stopped;

    LeavePhase(ChatMembers members, BooleanSupplier stopped) {
        this.members = members;
        this.stopped = stopped;
    }

    /** Waits after each until the others have been told, so it is for few members. */
    void run() throws IOException, InterruptedException {
        for (Member member : members.members()) {
            if (!stopped.getAsBoolean() && !member.isClosed()) {
                List<Integer> before = members.members().stream().map(Member::messagesReceived).toList();
                member.leave();
                members.await(() -> stopped.getAsBoolean() || isNoticed(before), NOTICE);
            }
        }
    }

    /** By every member in the room; and where others wait to be admitted, by the next of them. */
    private boolean isNoticed(List<Integer> before) {
        List<Member> open = members.members().stream().filter(member -> !member.isClosed()).toList();
        List<Member> notAdmitted = open.stream().filter(member -> !member.isJoined()).toList();
        return open.stream().filter(Member::isJoined).allMatch(member -> hasReceived(member, before))
                && (notAdmitted.isEmpty() || notAdmitted.stream().anyMatch(member -> hasReceived(member, before)));
    }

    private static boolean hasReceived(Member member, List<Integer> before) {
        return member.messagesReceived() > before.get(member.number - 1);
    }
}
