package socketlab.load.chat;

import static socketlab.core.Text.text;

import java.util.ArrayList;
import java.util.List;

/** Every word of a chat that is small enough to be read: who said and who heard what, and when. */
final class TranscriptRecorder implements MemberListener {
    private static final int MOST_MEMBERS = 6;
    private static final int MOST_HEARD = 120;
    private static final byte[] NOTHING = {};

    private final MemberListener ears;
    private final List<TranscriptEntry> entries = new ArrayList<>();

    /** Writes down what these ears are told, and tells them. */
    TranscriptRecorder(MemberListener ears) {
        this.ears = ears;
    }

    /** Of a larger one nobody would read them, and writing them down would cost somebody's latency. */
    static boolean suit(ChatPlan plan) {
        long heard = (long) plan.load().requests() * (plan.load().clients() - 1);
        return !plan.isClassroom() && plan.size() <= MOST_MEMBERS && heard <= MOST_HEARD;
    }

    /** In order of time. */
    List<TranscriptEntry> entries() {
        return List.copyOf(entries);
    }

    private void add(Member member, TranscriptEntry.Event deed, byte[] message, long nanos) {
        entries.add(new TranscriptEntry(nanos / 1000, member.number, member.port(), deed, text(message)));
    }

    @Override
    public void came(Member member, long nanos) {
        add(member, TranscriptEntry.Event.JOINED, NOTHING, nanos);
        ears.came(member, nanos);
    }

    @Override
    public void saying(Member member, byte[] message, long nanos) {
        add(member, TranscriptEntry.Event.SENT, message, nanos);
        ears.saying(member, message, nanos);
    }

    @Override
    public void heard(Member member, byte[] message, long nanos) {
        add(member, TranscriptEntry.Event.RECEIVED, message, nanos);
        ears.heard(member, message, nanos);
    }

    @Override
    public void said(Member member, long nanos) {
        ears.said(member, nanos);
    }

    @Override
    public void gone(Member member) {
        ears.gone(member);
    }

    @Override
    public void left(Member member, long nanos) {
        add(member, TranscriptEntry.Event.LEFT, NOTHING, nanos);
        ears.left(member, nanos);
    }
}
