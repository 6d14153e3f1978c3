package socketlab.load.chat;

import java.util.List;

/** One number for each message of a talk, from 0, and how it is told from its text. */
final class MessageNumbers {
    static final int NONE = -1;

    private final List<Member> members;
    private final int messageBytes;
    private final int[] first;   // of each member: the number of its first message; and of nobody's, at the end

    MessageNumbers(ChatPlan plan, List<Member> members) {
        this.members = members;
        this.messageBytes = plan.messageBytes();
        this.first = new int[members.size() + 1];
        for (Member member : members) {
            first[member.number] = first[member.number - 1] + plan.messagesOf(member.number);
        }
    }

    int messages() {
        return first[members.size()];
    }

    /** How many messages the member has to say. */
    int share(Member member) {
        return first[member.number] - first[member.number - 1];
    }

    /** Of the member's how-manieth message, from 1. */
    int of(Member member, int nth) {
        return first[member.number - 1] + nth - 1;
    }

    byte[] text(Member member, int nth) {
        return ChatMessage.text(member.number, nth, messageBytes);
    }

    /** Which of the others' messages a member has heard, whole and under its speaker's address; or NONE. */
    int identify(Member listener, byte[] text) {
        int start = ChatMessage.start(text);
        int speaker = start < 0 ? NONE : ChatMessage.member(text, start);
        if (speaker < 1 || speaker > members.size() || speaker == listener.number) {
            return NONE;
        }
        Member member = members.get(speaker - 1);
        int nth = ChatMessage.number(text, start, speaker);
        boolean said = nth >= 1 && nth <= share(member) && ChatMessage.port(text, start) == member.port();
        boolean whole = text.length - start == ChatMessage.length(speaker, nth, messageBytes);
        return said && whole ? of(member, nth) : NONE;
    }
}
