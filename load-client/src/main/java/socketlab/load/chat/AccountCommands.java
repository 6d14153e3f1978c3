package socketlab.load.chat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/** The commands that members still have to give, and those that wait for their answer: one at a time for each of them. */
final class AccountCommands {
    private record Running(Member member, AccountCommand kind, long startNanos) {}

    private final String names;
    private final long timeoutNanos;
    private final Consumer<Member> whenOver;
    private final Map<Member, Queue<AccountCommand>> due = new HashMap<>();
    private final Map<Member, Running> running = new HashMap<>();
    private final Queue<Running> started = new ArrayDeque<>();   // in order of start, so of being overdue
    private final Map<AccountCommand, AccountCommandLog> logs = new EnumMap<>(AccountCommand.class);
    private int open;
    private int hashing;

    /** Names end in {@code names}, so that those of an earlier load are not in the way. */
    AccountCommands(String names, Duration timeout, Consumer<Member> whenOver) {
        this.names = names;
        this.timeoutNanos = timeout.toNanos();
        this.whenOver = whenOver;
    }

    void add(Member member, AccountCommand kind) {
        due.computeIfAbsent(member, any -> new ArrayDeque<>()).add(kind);
        open++;
    }

    /** How many have not ended. */
    int open() {
        return open;
    }

    /** Somebody waits for a password to be hashed. */
    boolean hashing() {
        return hashing > 0;
    }

    boolean isDue(Member member) {
        return due.containsKey(member) && !due.get(member).isEmpty();
    }

    /** Begins the member's next errand; what to say. */
    byte[] next(Member member, long nanos) {
        Running next = new Running(member, due.get(member).remove(), nanos);
        running.put(member, next);
        started.add(next);
        hashing += next.kind.hashes() ? 1 : 0;
        return next.kind.command("m" + member.number + "-" + names, "secret-" + member.number);
    }

    /** False when nothing was running, or this is no answer to be glad of. */
    boolean answered(Member member, byte[] answer, long nanos) {
        if (!running.containsKey(member)) {
            return false;
        }
        boolean well = running.get(member).kind.succeeds(answer);
        end(running.get(member), well, nanos);
        return well;
    }

    /** Whatever it had to do, it will not do. */
    void gone(Member member, long nanos) {
        if (running.containsKey(member)) {
            end(running.get(member), false, nanos);
        }
        while (isDue(member)) {
            next(member, nanos);
            end(running.get(member), false, nanos);
        }
    }

    void endOverdue(long nanos) {
        while (!started.isEmpty() && (isOver(started.element()) || nextDue() <= nanos)) {
            Running oldest = started.remove();
            if (!isOver(oldest)) {
                end(oldest, false, nanos);
            }
        }
    }

    long nextDue() {
        return started.isEmpty() ? Long.MAX_VALUE : started.element().startNanos + timeoutNanos;
    }

    /** Of those that have been begun. */
    Map<AccountCommand, AccountCommandLog> logs() {
        return logs;
    }

    private boolean isOver(Running one) {
        return running.get(one.member) != one;
    }

    private void end(Running one, boolean well, long nanos) {
        running.remove(one.member);
        open--;
        hashing -= one.kind.hashes() ? 1 : 0;
        logs.computeIfAbsent(one.kind, any -> new AccountCommandLog()).end(well, (nanos - one.startNanos) / 1000);
        whenOver.accept(one.member);
    }
}
