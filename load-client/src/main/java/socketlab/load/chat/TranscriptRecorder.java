package socketlab.load.chat;

import static socketlab.core.Text.text;

import java.util.ArrayList;
import java.util.List;

/** Records every message of a chat that is small enough to be read, and passes each event on. */
final class TranscriptRecorder implements MemberListener {
    private static final int MOST_MEMBERS = 6;
    private static final int MOST_DELIVERIES = 120;
    private static final byte[] NO_TEXT = {};

    private final MemberListener listener;
    private final List<TranscriptEntry> entries = new ArrayList<>();

    TranscriptRecorder(MemberListener listener) {
        this.listener = listener;
    }

    /** Whether the chat is small enough: nobody reads a longer transcript, and recording it would add to latencies. */
    static boolean fits(ChatPlan plan) {
        long deliveries = (long) plan.load().requests() * (plan.load().clients() - 1);
        return !plan.isClassroom() && plan.size() <= MOST_MEMBERS && deliveries <= MOST_DELIVERIES;
    }

    /** In order of time. */
    List<TranscriptEntry> transcript() {
        return List.copyOf(entries);
    }

    private void add(Member member, TranscriptEntry.Event event, byte[] message, long nanos) {
        entries.add(new TranscriptEntry(nanos / 1000, member.number, member.port(), event, text(message)));
    }

    @Override
    public void connecting(Member member, long nanos) {
        add(member, TranscriptEntry.Event.JOINED, NO_TEXT, nanos);
        listener.connecting(member, nanos);
    }

    @Override
    public void sending(Member member, byte[] message, long nanos) {
        add(member, TranscriptEntry.Event.SENT, message, nanos);
        listener.sending(member, message, nanos);
    }

    @Override
    public void sent(Member member, long nanos) {
        listener.sent(member, nanos);
    }

    @Override
    public void received(Member member, byte[] message, long nanos) {
        add(member, TranscriptEntry.Event.RECEIVED, message, nanos);
        listener.received(member, message, nanos);
    }

    @Override
    public void disconnected(Member member) {
        listener.disconnected(member);
    }

    @Override
    public void left(Member member, long nanos) {
        add(member, TranscriptEntry.Event.LEFT, NO_TEXT, nanos);
        listener.left(member, nanos);
    }
}
