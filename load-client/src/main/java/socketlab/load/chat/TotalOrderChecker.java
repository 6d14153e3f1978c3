package socketlab.load.chat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Looks for one order in which everybody has heard everything. Nobody hears their own messages, so two members' orders
 * cannot simply be compared; but a message that comes next for all who are still to hear it may come next for all.
 * Taking such messages away, one after another, uses up everything if and only if there is one order. Each delivery is
 * looked at once.
 */
final class TotalOrderChecker {
    private final List<ReceivedMessages> members;
    private final int[] position;     // of each member: how many it has been taken away
    private final int[] hearers;      // of each message
    private final int[] isNextFor;    // of each message: for how many members
    private final boolean[] taken;
    private final Queue<Integer> ready = new ArrayDeque<>();
    private long outOfOrder;

    private TotalOrderChecker(List<ReceivedMessages> members, int messages) {
        this.members = members;
        this.position = new int[members.size()];
        this.hearers = new int[messages];
        this.isNextFor = new int[messages];
        this.taken = new boolean[messages];
    }

    /** How many deliveries are in nobody else's order; 0: there is one order for all. */
    static long violations(List<ReceivedMessages> members, int messages) {
        TotalOrderChecker search = new TotalOrderChecker(members, messages);
        search.run();
        return search.outOfOrder;
    }

    private void run() {
        for (ReceivedMessages member : members) {
            for (int i = 0; i < member.size(); i++) {
                hearers[member.at(i)]++;
            }
        }
        for (int member = 0; member < position.length; member++) {
            announce(member);
        }
        for (int next = next(); next >= 0; next = next()) {
            take(next);
        }
    }

    /** What all may hear next; where there is no such thing, what most would; -1 when everything is used up. */
    private int next() {
        if (!ready.isEmpty()) {
            return ready.remove();
        }
        int favourite = -1;
        for (int member = 0; member < position.length; member++) {
            int candidate = candidate(member);
            if (candidate >= 0 && (favourite < 0 || isNextFor[candidate] > isNextFor[favourite])) {
                favourite = candidate;
            }
        }
        return favourite;
    }

    private void take(int message) {
        taken[message] = true;
        for (int member = 0; member < position.length; member++) {
            if (candidate(member) == message) {
                position[member]++;
                announce(member);
            }
        }
    }

    /** What was taken away before this member came to it, it has heard out of order. */
    private void announce(int member) {
        while (candidate(member) >= 0 && taken[candidate(member)]) {
            position[member]++;
            outOfOrder++;
        }
        int candidate = candidate(member);
        if (candidate >= 0 && ++isNextFor[candidate] == hearers[candidate]) {
            ready.add(candidate);
        }
    }

    private int candidate(int member) {
        ReceivedMessages heard = members.get(member);
        return position[member] < heard.size() ? heard.at(position[member]) : -1;
    }
}
