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
 * The event loop of a chat: one thread is all members. The loop is closed: a member sends its next message when all joined
 * members have received its last one, so at most as many messages are in flight as there are members.
 */
final class ChatLoop implements MemberListener {
    private static final int STARTS_PER_TURN = 8;   // then read: a burst of starts must not delay what has arrived

    private final LoadContext context;
    private final ChatMembers everyone;
    private final List<Member> members;          // those that send and are counted: not the slow reader
    private final Optional<SlowReader> slowReader;
    private final DeliveryStats stats = new DeliveryStats();
    private final DeliveryTracker deliveries;
    private final Optional<TranscriptRecorder> recorder;
    private final AccountScenario accounts;
    private final Queue<Member> available = new ArrayDeque<>();   // may send their next message or command
    private Optional<String> error = Optional.empty();
    private boolean started;
    private int messagesLeft;                    // messages that have not ended
    private volatile boolean stopped;

    ChatLoop(ChatPlan plan, LoadContext context) {
        this.context = context;
        this.recorder = TranscriptRecorder.fits(plan) ? Optional.of(recorder()) : Optional.empty();
        this.everyone = new ChatMembers(context, plan, recorder.isPresent() ? recorder.get() : this);
        this.members = everyone.members().subList(0, plan.load().clients());
        this.slowReader = plan.slowReader() ? Optional.of(new SlowReader(everyone.members().getLast())) : Optional.empty();
        this.deliveries = new DeliveryTracker(plan, context.log(), stats, members, this::messageEnded);
        this.accounts = new AccountScenario(plan, available::add);
    }

    private TranscriptRecorder recorder() {
        return new TranscriptRecorder(this, context.log().counters().limits::add);
    }

    /** Any thread: {@link #run} returns soon. */
    void stop() {
        stopped = true;
        context.selector().wakeup();
    }

    ChatLog run() throws IOException, InterruptedException {
        int joined = 0;
        Optional<ChatLog.SlowReaderResult> slowReaderResult = Optional.empty();
        try {
            new JoinPhase(everyone, () -> stopped).run();
            slowReader.ifPresent(SlowReader::stopReading);
            joined = (int) members.stream().filter(Member::isJoined).count();
            accounts.registerSpeakers(members);
            runUntilDone();
            context.listener().started();
            long start = context.now();
            context.log().counters().startedNanos = start;
            start();
            runUntilDone();
            everyone.drain();
            context.listener().ended();
            if (slowReader.isPresent()) {
                slowReaderResult = Optional.of(slowReader.get().result(everyone, start));
            }
            if (recorder.isPresent()) {
                new LeavePhase(everyone, () -> stopped).run();
            }
        } finally {
            stopped = true;
            deliveries.abort(context.now());
            everyone.close();
        }
        return new ChatLog(context.log(), members.size(), joined, deliveries.result(), commands().logs(),
                slowReaderResult, error, recorder.map(TranscriptRecorder::transcript).orElse(List.of()));
    }

    private void start() {
        started = true;
        messagesLeft = context.plan().requests();
        available.clear();
        accounts.start(members);
        for (Member member : members) {
            if (member.isJoined()) {
                available.add(member);
            } else if (!stopped) {
                disconnected(member);
            }
        }
    }

    private void runUntilDone() throws IOException, InterruptedException {
        while (isPending()) {
            sendNext();
            boolean waits = available.isEmpty() && isPending();
            everyone.runOnce(waits ? Math.min(deliveries.nextDueNanos(), commands().nextDueNanos()) : 0);
            deliveries.expire(context.now());
            commands().expire(context.now());
        }
    }

    private boolean isPending() {
        return messagesLeft + commands().pending() > 0 && !stopped;
    }

    private AccountCommands commands() {
        return accounts.commands();
    }

    private void sendNext() throws IOException {
        for (int i = 0; i < STARTS_PER_TURN && !available.isEmpty(); i++) {
            Member member = available.remove();
            if (member.isJoined() && commands().hasNext(member)) {
                member.send(commands().startNext(member, context.now()));
            } else if (started && member.isJoined() && deliveries.hasMessagesLeft(member)) {
                member.send(deliveries.startMessage(member, context.now(), commands().isHashing()));
            }
        }
    }

    private void messageEnded(Member member, int row) {
        RequestLog log = context.log();
        long latencyUs = log.doneUs(row) - log.intendedUs(row);
        context.listener().requestEnded(member.number, log.request(row), log.outcome(row), null, 1000 * latencyUs);
        messagesLeft--;
        if (!deliveries.hasMessagesLeft(member)) {
            accounts.allSent(member);
        }
        available.add(member);
    }

    /** The slow reader is in the room, but its messages are not counted. */
    private boolean isCounted(Member member) {
        return member.number <= members.size();
    }

    @Override
    public void received(Member member, byte[] message, long nanos) {
        if (!isCounted(member) || !member.isJoined()) {
            return;   // a member that was not admitted receives it too late
        }
        if (JoinLeaveNotice.matches(message)) {
            slowReader.ifPresent(reader -> reader.observe(message, nanos));
        } else if (started && ChatMessage.textStart(message) > 0) {
            deliveries.received(member, message, nanos, commands().isHashing());
        } else if (!commands().handleReply(member, message, nanos) && started && error.isEmpty()) {
            error = Optional.of(text(message).replaceAll("\\p{Cntrl}", " "));
        }
    }

    @Override
    public void sent(Member member, long nanos) {
        if (isCounted(member)) {
            deliveries.sent(member, nanos);
        }
    }

    @Override
    public void disconnected(Member member) {
        if (!stopped && isCounted(member)) {
            commands().disconnected(member, context.now());
            if (started) {
                deliveries.disconnected(member, context.now());
                deliveries.skipRemaining(member, context.now());
            }
        }
    }
}
