package socketlab.load.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The account commands that members have still to send, and those whose reply is awaited: one at a time for each member.
 * Times are nanoseconds since the plan's zero.
 */
final class AccountCommands {
    private record Running(Member member, AccountCommand command, long startNanos) {}

    private final String nameSuffix;
    private final long timeoutNanos;
    private final Consumer<Member> onEnd;
    private final Map<Member, Queue<AccountCommand>> queued = new HashMap<>();
    private final Map<Member, Running> running = new HashMap<>();
    private final Queue<Running> inStartOrder = new ArrayDeque<>();   // and so in order of deadlines
    private final Map<AccountCommand, AccountCommandLog> logs = new EnumMap<>(AccountCommand.class);
    private int pending;
    private int hashing;

    /**
     * @param nameSuffix ends every name, so that names which an earlier load registered are not in the way
     * @param onEnd      is told of the member when one of its commands has ended
     */
    AccountCommands(String nameSuffix, Duration timeout, Consumer<Member> onEnd) {
        this.nameSuffix = nameSuffix;
        this.timeoutNanos = timeout.toNanos();
        this.onEnd = onEnd;
    }

    void add(Member member, AccountCommand command) {
        queued.computeIfAbsent(member, any -> new ArrayDeque<>()).add(command);
        pending++;
    }

    /** How many commands have not ended. */
    int pending() {
        return pending;
    }

    /** Whether the server is hashing a password for a member. */
    boolean isHashing() {
        return hashing > 0;
    }

    boolean hasNext(Member member) {
        return queued.containsKey(member) && !queued.get(member).isEmpty();
    }

    /** Starts the member's next command, and returns the message to send. */
    byte[] startNext(Member member, long nanos) {
        Running next = new Running(member, queued.get(member).remove(), nanos);
        running.put(member, next);
        inStartOrder.add(next);
        hashing += next.command.hashes() ? 1 : 0;
        return next.command.message("m" + member.number + "-" + nameSuffix, "secret-" + member.number);
    }

    /** Ends the member's command with this reply; false where it failed, or none was running. */
    boolean handleReply(Member member, byte[] reply, long nanos) {
        if (!running.containsKey(member)) {
            return false;
        }
        boolean success = running.get(member).command.succeeds(reply);
        end(running.get(member), success, nanos);
        return success;
    }

    /** All commands of this member fail. */
    void disconnected(Member member, long nanos) {
        if (running.containsKey(member)) {
            end(running.get(member), false, nanos);
        }
        while (hasNext(member)) {
            startNext(member, nanos);
            end(running.get(member), false, nanos);
        }
    }

    /** Commands that have timed out fail. */
    void expire(long nanos) {
        while (!inStartOrder.isEmpty() && (hasEnded(inStartOrder.element()) || nextDueNanos() <= nanos)) {
            Running oldest = inStartOrder.remove();
            if (!hasEnded(oldest)) {
                end(oldest, false, nanos);
            }
        }
    }

    /** When the oldest command times out; {@link Long#MAX_VALUE} when none is running. */
    long nextDueNanos() {
        return inStartOrder.isEmpty() ? Long.MAX_VALUE : inStartOrder.element().startNanos + timeoutNanos;
    }

    /** Of the kinds of commands that have ended. */
    Map<AccountCommand, AccountCommandLog> logs() {
        return logs;
    }

    private boolean hasEnded(Running one) {
        return running.get(one.member) != one;
    }

    private void end(Running one, boolean success, long nanos) {
        running.remove(one.member);
        pending--;
        hashing -= one.command.hashes() ? 1 : 0;
        logs.computeIfAbsent(one.command, any -> new AccountCommandLog())
                .record(success, (nanos - one.startNanos) / 1000);
        onEnd.accept(one.member);
    }
}
