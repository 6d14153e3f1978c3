package socketlab.load.chat;

import static socketlab.core.Text.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import socketlab.load.log.DeliveryStats;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;

/**
 * One thread is everybody in the room. The loop is closed: a member says its next message when all who are there have
 * heard its last one, so at most as many messages are on their way as there are members.
 */
final class ChatLoop implements MemberListener {
    private static final int STARTS_A_TURN = 8;   // then look who has heard what: a burst must not delay them

    private final LoadContext shared;
    private final ChatMembers crowd;
    private final List<Member> members;
    private final Optional<SlowReader> slowReader;
    private final DeliveryStats tally = new DeliveryStats();
    private final DeliveryTracker talk;
    private final Optional<TranscriptRecorder> minutes;
    private final MemberListener ears;
    private final AccountScenario classroom;
    private final Queue<Member> free = new ArrayDeque<>();   // may say the next thing
    private Optional<String> complaint = Optional.empty();
    private boolean begun;
    private int unsaid;   // messages that are not over
    private volatile boolean stopped;

    ChatLoop(ChatPlan plan, LoadContext shared) {
        this.shared = shared;
        this.crowd = new ChatMembers(shared, plan);
        this.members = crowd.members().subList(0, plan.load().clients());
        this.slowReader = plan.slowReader() ? Optional.of(new SlowReader(crowd.members().getLast())) : Optional.empty();
        this.talk = new DeliveryTracker(plan, shared.log(), tally, members, this::over);
        this.minutes = TranscriptRecorder.suit(plan) ? Optional.of(new TranscriptRecorder(this)) : Optional.empty();
        this.ears = minutes.<MemberListener>map(kept -> kept).orElse(this);
        this.classroom = new AccountScenario(plan, free::add);
    }

    /** Any thread. */
    void stop() {
        stopped = true;
        shared.selector().wakeup();
    }

    ChatLog run() throws IOException, InterruptedException {
        int entered = 0;
        Optional<ChatLog.SlowReaderResult> fate = Optional.empty();
        try {
            new JoinPhase(crowd, ears, () -> stopped).open();
            slowReader.ifPresent(SlowReader::stopReading);
            entered = (int) members.stream().filter(Member::isThere).count();
            classroom.prepare(members);
            turnUntilDone();
            shared.watcher().started();
            long clock = shared.now();
            begin();
            turnUntilDone();
            crowd.settle(ears);
            shared.watcher().ended();
            fate = slowReader.isPresent() ? Optional.of(slowReader.get().lookUp(crowd, ears, clock)) : fate;
            if (minutes.isPresent()) {
                new LeavePhase(crowd, ears, () -> stopped).open();
            }
        } finally {
            stopped = true;
            talk.abort(shared.now());
            crowd.close();
        }
        return new ChatLog(shared.log(), members.size(), entered, talk.deliveries(), classroom.errands().logs(), fate, complaint,
                minutes.map(TranscriptRecorder::entries).orElse(List.of()));
    }

    private void begin() {
        begun = true;
        unsaid = shared.plan().requests();
        free.clear();
        classroom.begin(members);
        for (Member member : members) {
            if (member.isThere()) {
                free.add(member);
            } else if (!stopped) {
                gone(member);
            }
        }
    }

    private void turnUntilDone() throws IOException, InterruptedException {
        while (isOpen()) {
            startFree();
            crowd.turn(free.isEmpty() && isOpen() ? Math.min(talk.nextDue(), errands().nextDue()) : 0, ears);
            talk.endOverdue(shared.now());
            errands().endOverdue(shared.now());
        }
    }

    private boolean isOpen() {
        return unsaid + errands().open() > 0 && !stopped;
    }

    /** The slow reader is in the room, but nobody counts on it. */
    private boolean isOurs(Member member) {
        return member.number <= members.size();
    }

    private AccountCommands errands() {
        return classroom.errands();
    }

    private void startFree() {
        for (int i = 0; i < STARTS_A_TURN && !free.isEmpty(); i++) {
            Member member = free.remove();
            if (member.isThere() && errands().isDue(member)) {
                member.say(errands().next(member, shared.now()), ears);
            } else if (member.isThere() && begun && talk.hasMore(member)) {
                member.say(talk.next(member, shared.now(), errands().hashing()), ears);
            }
        }
    }

    /** Its message is over. */
    private void over(Member member, int row) {
        RequestLog log = shared.log();
        long took = log.doneUs(row) - log.intendedUs(row);
        shared.watcher().requestEnded(member.number, log.request(row), log.outcome(row), null, 1000 * took);
        unsaid--;
        if (!talk.hasMore(member)) {
            classroom.hasTalked(member);
        }
        free.add(member);
    }

    @Override
    public void heard(Member member, byte[] message, long nanos) {
        if (!isOurs(member) || !member.isThere()) {
            return;   // whatever it hears in the end is too late
        }
        if (JoinLeaveNotice.is(message)) {
            slowReader.ifPresent(reader -> reader.noticed(message, nanos));
        } else if (begun && ChatMessage.start(message) > 0) {
            talk.heard(member, message, nanos, errands().hashing());
        } else if (!errands().answered(member, message, nanos) && begun && complaint.isEmpty()) {
            complaint = Optional.of(text(message).replaceAll("\\p{Cntrl}", " "));
        }
    }

    @Override
    public void said(Member member, long nanos) {
        if (isOurs(member)) {
            talk.said(member, nanos);
        }
    }

    @Override
    public void gone(Member member) {
        if (!stopped && isOurs(member)) {
            errands().gone(member, shared.now());
            if (begun) {
                talk.gone(member, shared.now());
                talk.skip(member, shared.now());
            }
        }
    }
}
