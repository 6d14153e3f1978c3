package socketlab.load.chat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ObjIntConsumer;
import socketlab.load.log.DeliveryStats;
import socketlab.load.log.RequestLog;
import socketlab.load.log.RequestPhase;
import socketlab.results.Outcome;

/**
 * Tracks every message of a chat and every delivery of it. Each member has one message in flight at a time. A message ends
 * when all joined members have received it, and is OK when that is every member but its sender. Times are nanoseconds since
 * the plan's zero.
 */
final class DeliveryTracker {
    private static final int NONE = MessageNumbers.NONE;

    private final RequestLog log;
    private final DeliveryStats stats;
    private final List<Member> members;
    private final ObjIntConsumer<Member> onEnd;
    private final MessageNumbers numbers;
    private final List<ReceivedMessages> received;
    private final long timeoutUs;
    private final int[] sentCount;   // of each member
    private final int[] row;         // of each message, in the log
    private final int[] missing;     // of each message: members that have not received it
    private final int[] awaited;     // of each message: how many of those are in the room
    private final BitSet hashing;    // messages that were sent while a password was being hashed
    private int oldest;              // no row before this one is in flight

    /** {@code onEnd} is told of the member whose message has ended, and of the message's row in the log. */
    DeliveryTracker(ChatPlan plan, RequestLog log, DeliveryStats stats, List<Member> members,
            ObjIntConsumer<Member> onEnd) {
        this.log = log;
        this.stats = stats;
        this.members = members;
        this.onEnd = onEnd;
        this.numbers = new MessageNumbers(plan, members);
        this.received = members.stream().map(member -> new ReceivedMessages(numbers.count())).toList();
        this.timeoutUs = plan.load().timing().timeout().toNanos() / 1000;
        this.sentCount = new int[members.size()];
        this.row = new int[numbers.count()];
        Arrays.fill(row, NONE);
        this.missing = new int[numbers.count()];
        this.awaited = new int[numbers.count()];
        this.hashing = new BitSet(numbers.count());
    }

    boolean hasMessagesLeft(Member member) {
        return sentCount[member.number - 1] < numbers.messagesOf(member);
    }

    /** Starts the member's next message, intended to be sent now, and returns it. */
    byte[] startMessage(Member member, long nanos, boolean whileHashing) {
        int nth = ++sentCount[member.number - 1];
        int message = numbers.number(member, nth);
        hashing.set(message, whileHashing);
        row[message] = log.start(member.number, nanos);
        log.clientPort(row[message], member.port());
        missing[message] = members.size() - 1;
        awaited[message] = (int) members.stream().filter(other -> other != member && other.isJoined()).count();
        return numbers.text(member, nth);
    }

    /** The kernel has taken the last byte of the member's message. */
    void sent(Member member, long nanos) {
        int message = inFlight(member);
        if (message != NONE) {
            log.record(row[message], RequestPhase.SENT, nanos);
            endIfDelivered(message, nanos);   // there may be no other member
        }
    }

    /** A member has received a message that names its sender. Allocates nothing. */
    void received(Member member, byte[] text, long nanos, boolean whileHashing) {
        int message = numbers.identify(member, text);
        if (message == NONE || row[message] == NONE) {
            stats.foreign++;
        } else if (!received.get(member.number - 1).add(message)) {
            stats.duplicate++;
        } else {
            stats.delivered(nanos / 1000 - log.intendedUs(row[message]), whileHashing || hashing.get(message));
            log.firstByte(row[message], nanos);
            missing[message]--;
            awaited[message]--;
            endIfDelivered(message, nanos);
        }
    }

    /** The member will receive nothing more, so no message waits for it any longer. */
    void disconnected(Member member, long nanos) {
        for (Member other : members) {
            int message = inFlight(other);
            if (message != NONE && other == member) {
                fail(message, nanos, member);
            } else if (message != NONE && !received.get(member.number - 1).contains(message)) {
                awaited[message]--;
                endIfDelivered(message, nanos);
            }
        }
    }

    /** The messages that a disconnected member can no longer send end with its failure. */
    void skipRemaining(Member member, long nanos) {
        while (hasMessagesLeft(member)) {
            startMessage(member, nanos, false);
            fail(inFlight(member), nanos, member);
        }
    }

    private void fail(int message, long nanos, Member member) {
        log.reason(member.failure(), member.failureReason());
        end(message, nanos, member.failure());
    }

    /** Messages that have timed out are lost. */
    void expire(long nanos) {
        while (oldest < log.size() && (log.outcome(oldest) != null || nextDueNanos() <= nanos)) {
            if (log.outcome(oldest) == null) {
                log.reason(Outcome.LOST, "not every other member received the message in time");
                end(inFlight(members.get(log.client(oldest) - 1)), nanos, Outcome.LOST);
            }
            oldest++;
        }
    }

    /** When the oldest message in flight times out. */
    long nextDueNanos() {
        return 1000 * (oldest < log.size() ? log.intendedUs(oldest) + timeoutUs : Long.MAX_VALUE / 2000);
    }

    /** Messages in flight are aborted. */
    void abort(long nanos) {
        for (Member member : members) {
            int message = inFlight(member);
            if (message != NONE) {
                log.reason(Outcome.ABORTED, "the load was stopped");
                end(message, nanos, Outcome.ABORTED);
            }
        }
    }

    /** For when all messages have ended. */
    Deliveries result() {
        return new Deliveries((long) log.size() * (members.size() - 1), stats.delivered, stats.duplicate, stats.foreign,
                TotalOrderChecker.violations(received, row.length), stats.latency, stats.latencyWhileHashing);
    }

    private void endIfDelivered(int message, long nanos) {
        if (awaited[message] == 0 && log.outcome(row[message]) == null) {
            if (missing[message] > 0) {
                log.reason(Outcome.LOST, "a member was not in the room, so it received nothing");
            }
            end(message, nanos, missing[message] == 0 ? Outcome.OK : Outcome.LOST);
        }
    }

    private void end(int message, long nanos, Outcome outcome) {
        log.end(row[message], nanos, outcome);
        onEnd.accept(members.get(log.client(row[message]) - 1), row[message]);
    }

    /** The member's message that has not ended, or NONE. */
    private int inFlight(Member member) {
        int nth = sentCount[member.number - 1];
        int message = nth == 0 ? NONE : numbers.number(member, nth);
        return message != NONE && log.outcome(row[message]) == null ? message : NONE;
    }
}
