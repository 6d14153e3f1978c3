package socketlab.load.chat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Checks whether one total order of all messages agrees with what every member received. Members do not receive their own
 * messages, so two members' sequences cannot simply be compared. But a message that is the next one for all members that
 * have still to receive it can be the next one of the total order: a topological sort. It uses up all messages if and only if
 * there is a total order. Each delivery is looked at once.
 */
final class TotalOrderChecker {
    private final List<ReceivedMessages> members;
    private final int[] position;     // of each member: its deliveries that are used up
    private final int[] receivers;    // of each message: members that received it
    private final int[] nextFor;      // of each message: members for which it is the next one
    private final boolean[] taken;
    private final Queue<Integer> ready = new ArrayDeque<>();
    private long violations;

    private TotalOrderChecker(List<ReceivedMessages> members, int messages) {
        this.members = members;
        this.position = new int[members.size()];
        this.receivers = new int[messages];
        this.nextFor = new int[messages];
        this.taken = new boolean[messages];
    }

    /** How many deliveries contradict the order found; 0: there is one total order. */
    static long violations(List<ReceivedMessages> members, int messages) {
        TotalOrderChecker checker = new TotalOrderChecker(members, messages);
        checker.run();
        return checker.violations;
    }

    private void run() {
        for (ReceivedMessages member : members) {
            for (int i = 0; i < member.size(); i++) {
                receivers[member.get(i)]++;
            }
        }
        for (int member = 0; member < position.length; member++) {
            findNext(member);
        }
        for (int message = choose(); message >= 0; message = choose()) {
            take(message);
        }
    }

    /** A message that is next for all its receivers; where there is none, the one next for most; -1: all are used up. */
    private int choose() {
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        int best = -1;
        for (int member = 0; member < position.length; member++) {
            int next = next(member);
            if (next >= 0 && (best < 0 || nextFor[next] > nextFor[best])) {
                best = next;
            }
        }
        return best;
    }

    private void take(int message) {
        taken[message] = true;
        for (int member = 0; member < position.length; member++) {
            if (next(member) == message) {
                position[member]++;
                findNext(member);
            }
        }
    }

    /** A message that was taken before this member came to it is a violation. */
    private void findNext(int member) {
        while (next(member) >= 0 && taken[next(member)]) {
            position[member]++;
            violations++;
        }
        int next = next(member);
        if (next >= 0 && ++nextFor[next] == receivers[next]) {
            ready.add(next);
        }
    }

    private int next(int member) {
        ReceivedMessages received = members.get(member);
        return position[member] < received.size() ? received.get(position[member]) : -1;
    }
}
