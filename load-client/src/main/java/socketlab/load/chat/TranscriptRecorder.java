package socketlab.load.chat;

import static socketlab.core.Text.format;
import static socketlab.core.Text.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Records every message of a chat that is small enough to be read, and passes each event on. */
final class TranscriptRecorder implements MemberListener {
    private static final int MOST_MEMBERS = 6;
    private static final int MOST_DELIVERIES = 120;
    private static final int MOST_ENTRIES = 400;           // no chat of this size has more
    private static final int MOST_TEXT = 16 << 20;         // characters: a server may send for ever
    private static final byte[] NO_TEXT = {};

    private final MemberListener listener;
    private final Consumer<String> limitReached;
    private final List<TranscriptEntry> entries = new ArrayList<>();
    private long textLength;
    private boolean full;

    /** {@code limitReached} is told where the transcript ends before the chat does. */
    TranscriptRecorder(MemberListener listener, Consumer<String> limitReached) {
        this.listener = listener;
        this.limitReached = limitReached;
    }

    /** Whether the chat is small enough: nobody reads a longer transcript, and recording it would add to latencies. */
    static boolean fits(ChatPlan plan) {
        long deliveries = (long) plan.load().requests() * (plan.load().clients() - 1);
        return !plan.isClassroom() && plan.size() <= MOST_MEMBERS && deliveries <= MOST_DELIVERIES;
    }

    /** In order of time; a server that sends far more than the chat has is not written down to the end. */
    List<TranscriptEntry> transcript() {
        return List.copyOf(entries);
    }

    private void add(Member member, TranscriptEntry.Event event, byte[] message, long nanos) {
        textLength += message.length;
        if (!full && (entries.size() == MOST_ENTRIES || textLength > MOST_TEXT)) {
            full = true;
            limitReached.accept(format("the transcript ends after %,d entries: the server sends more than this chat has",
                    entries.size()));
        }
        if (!full) {
            entries.add(new TranscriptEntry(nanos / 1000, member.number, member.port(), event, text(message)));
        }
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
