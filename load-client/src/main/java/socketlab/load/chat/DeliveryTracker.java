package socketlab.load.chat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import socketlab.load.log.DeliveryStats;
import socketlab.load.log.RequestLog;
import socketlab.load.log.RequestPhase;
import socketlab.results.Outcome;

/**
 * The books of one talk: who has said what, one message at a time, and who has heard it. A message is over when all who
 * are there have heard it, and all is well when that is everybody but its speaker.
 */
final class DeliveryTracker {
    private static final int NONE = MessageNumbers.NONE;

    private final RequestLog log;
    private final DeliveryStats tally;
    private final List<Member> members;
    private final BiConsumer<Member, Integer> whenOver;
    private final MessageNumbers numbering;
    private final List<ReceivedMessages> heard;
    private final long timeoutUs;
    private final int[] said;       // of each member: how many
    private final int[] row;        // of each message, in the log
    private final int[] missing;    // of each message: how many have not heard it
    private final int[] awaited;    // of each message: how many of those are there
    private final BitSet hashing;   // messages that were said while somebody waited for a hash
    private int oldest;             // no row before this one is on its way

    /** {@code whenOver} is told of each member whose message is over, and of the message's row in the log. */
    DeliveryTracker(ChatPlan plan, RequestLog log, DeliveryStats tally, List<Member> members, BiConsumer<Member, Integer> whenOver) {
        this.log = log;
        this.tally = tally;
        this.members = members;
        this.whenOver = whenOver;
        this.numbering = new MessageNumbers(plan, members);
        this.heard = members.stream().map(member -> new ReceivedMessages(numbering.messages())).toList();
        this.timeoutUs = plan.load().timing().timeout().toNanos() / 1000;
        this.said = new int[members.size()];
        this.row = new int[numbering.messages()];
        Arrays.fill(row, NONE);
        this.missing = new int[numbering.messages()];
        this.awaited = new int[numbering.messages()];
        this.hashing = new BitSet(numbering.messages());
    }

    boolean hasMore(Member member) {
        return said[member.number - 1] < numbering.share(member);
    }

    /** Enters its next message in the books, meant to be said now, beside somebody's hash or not; returns what to say. */
    byte[] next(Member member, long nanos, boolean besideHash) {
        int nth = ++said[member.number - 1];
        int message = numbering.of(member, nth);
        hashing.set(message, besideHash);
        row[message] = log.start(member.number, nanos);
        log.clientPort(row[message], member.port());
        missing[message] = members.size() - 1;
        awaited[message] = (int) members.stream().filter(other -> other != member && other.isThere()).count();
        return numbering.text(member, nth);
    }

    /** All of what the member says at the moment is on its way. */
    void said(Member member, long nanos) {
        int message = current(member);
        if (message != NONE) {
            log.record(row[message], RequestPhase.SENT, nanos);
            endIfOver(message, nanos);   // there may be nobody to hear it
        }
    }

    /** A member has heard something that names its speaker. Allocates nothing. */
    void heard(Member member, byte[] text, long nanos, boolean besideHash) {
        int message = numbering.identify(member, text);
        if (message == NONE || row[message] == NONE) {
            tally.foreign++;
        } else if (!heard.get(member.number - 1).add(message)) {
            tally.duplicate++;
        } else {
            tally.delivered(nanos / 1000 - log.intendedUs(row[message]), besideHash || hashing.get(message));
            log.firstByte(row[message], nanos);
            missing[message]--;
            awaited[message]--;
            endIfOver(message, nanos);
        }
    }

    /** The member will hear nothing more: nobody waits for it any longer. */
    void gone(Member member, long nanos) {
        for (Member other : members) {
            int message = current(other);
            if (message != NONE && other == member) {
                end(message, nanos, member.absence());
            } else if (message != NONE && !heard.get(member.number - 1).has(message)) {
                awaited[message]--;
                endIfOver(message, nanos);
            }
        }
    }

    /** Who is not there says nothing; what it would have said becomes what has become of it. */
    void skip(Member member, long nanos) {
        while (hasMore(member)) {
            next(member, nanos, false);
            end(current(member), nanos, member.absence());
        }
    }

    /** What somebody who is there has not heard for too long is lost. */
    void endOverdue(long nanos) {
        while (oldest < log.size() && (log.outcome(oldest) != null || nextDue() <= nanos)) {
            if (log.outcome(oldest) == null) {
                end(current(members.get(log.client(oldest) - 1)), nanos, Outcome.LOST);
            }
            oldest++;
        }
    }

    /** When the oldest message on its way is overdue, in nanoseconds since the plan's zero. */
    long nextDue() {
        return 1000 * (oldest < log.size() ? log.intendedUs(oldest) + timeoutUs : Long.MAX_VALUE / 2000);
    }

    /** What is on its way is not waited for any longer. */
    void abort(long nanos) {
        for (Member member : members) {
            int message = current(member);
            if (message != NONE) {
                end(message, nanos, Outcome.ABORTED);
            }
        }
    }

    /** What became of them; for when all is over. */
    Deliveries deliveries() {
        return new Deliveries((long) log.size() * (members.size() - 1), tally.delivered, tally.duplicate, tally.foreign,
                TotalOrderChecker.violations(heard, row.length), tally.latency, tally.whileHashing);
    }

    private void endIfOver(int message, long nanos) {
        if (awaited[message] == 0 && log.outcome(row[message]) == null) {
            end(message, nanos, missing[message] == 0 ? Outcome.OK : Outcome.LOST);
        }
    }

    private void end(int message, long nanos, Outcome outcome) {
        log.end(row[message], nanos, outcome);
        whenOver.accept(members.get(log.client(row[message]) - 1), row[message]);
    }

    /** The message of this member that is not over, or NONE. */
    private int current(Member member) {
        int nth = said[member.number - 1];
        int message = nth == 0 ? NONE : numbering.of(member, nth);
        return message != NONE && log.outcome(row[message]) == null ? message : NONE;
    }
}
