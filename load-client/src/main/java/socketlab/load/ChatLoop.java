package socketlab.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * One thread is everybody in the room. The loop is closed: a member says its next message when all who are there have
 * heard its last one, so at most as many messages are on their way as there are members.
 */
final class ChatLoop implements Ears {
    private static final int STARTS_A_TURN = 8;   // then look who has heard what: a burst must not delay them
    private static final long SETTLE_NANOS = 50_000_000;
    private static final long SETTLE_AT_MOST_NANOS = 2_000_000_000;

    private final Shared shared;
    private final Crowd crowd;
    private final List<Member> members;
    private final Tally tally = new Tally();
    private final Talk talk;
    private final Queue<Member> free = new ArrayDeque<>();
    private boolean begun;
    private int unfinished;   // messages
    private volatile boolean stopped;

    ChatLoop(ChatPlan plan, Shared shared) {
        this.shared = shared;
        this.crowd = new Crowd(shared, plan.size());
        this.members = crowd.members().subList(0, plan.load().clients());
        this.talk = new Talk(plan, shared.log(), tally, members, this::over);
    }

    /** Any thread. */
    void stop() {
        stopped = true;
        shared.selector().wakeup();
    }

    ChatLog run() throws IOException, InterruptedException {
        int entered = 0;
        try {
            new Entrance(crowd, this, () -> stopped).open();
            entered = (int) members.stream().filter(Member::isThere).count();
            shared.watcher().started();
            begin();
            while (unfinished > 0 && !stopped) {
                startFree();
                crowd.turn(free.isEmpty() ? talk.nextDue() : 0, this);
                talk.endOverdue(shared.now());
            }
            settle();
            shared.watcher().ended();
        } finally {
            stopped = true;
            talk.abort(shared.now());
            crowd.close();
        }
        return new ChatLog(shared.log(), members.size(), entered, new Deliveries(
                (long) shared.log().size() * (members.size() - 1), tally.delivered, tally.duplicate, tally.foreign,
                OneOrder.violations(talk.heard(), shared.plan().requests()), tally.latency));
    }

    private void begin() {
        begun = true;
        unfinished = shared.plan().requests();
        for (Member member : members) {
            if (!member.isThere() && !stopped) {
                talk.skip(member, shared.now());
            } else if (talk.hasMore(member)) {
                free.add(member);
            }
        }
    }

    private void startFree() {
        for (int i = 0; i < STARTS_A_TURN && !free.isEmpty(); i++) {
            Member member = free.remove();
            if (member.isThere()) {
                member.say(talk.next(member, shared.now()), this);
            }
        }
    }

    /** Its message is over. */
    private void over(Member member, int row) {
        RequestLog log = shared.log();
        long took = log.doneUs(row) - log.intendedUs(row);
        shared.watcher().answered(member.number, log.request(row), log.outcome(row), null, 1000 * took);
        unfinished--;
        if (member.isThere() && talk.hasMore(member)) {
            free.add(member);
        }
    }

    /** What comes twice, comes the second time when all is over. */
    private void settle() throws IOException, InterruptedException {
        long end = shared.now() + SETTLE_AT_MOST_NANOS;
        crowd.await(() -> stopped || shared.now() >= end, SETTLE_NANOS, this);
    }

    @Override
    public void heard(Member member, byte[] message, long nanos) {
        if (begun && member.number <= members.size() && !Member.isNotice(message) && Remark.start(message) > 0) {
            talk.heard(member, message, nanos);
        }
    }

    @Override
    public void said(Member member, long nanos) {
        if (begun) {
            talk.said(member, nanos);
        }
    }

    @Override
    public void gone(Member member) {
        if (begun && !stopped && member.number <= members.size()) {
            talk.gone(member, shared.now());
            talk.skip(member, shared.now());
        }
    }
}
