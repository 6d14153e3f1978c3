package socketlab.load.chat;

import java.util.List;

/** Numbers the messages of a chat from 0, and recognizes a message by its text. */
final class MessageNumbers {
    static final int NONE = -1;

    private final List<Member> members;
    private final int messageBytes;
    private final int[] first;   // of each member: the number of its first message; one more entry for the end

    MessageNumbers(ChatPlan plan, List<Member> members) {
        this.members = members;
        this.messageBytes = plan.messageBytes();
        this.first = new int[members.size() + 1];
        for (Member member : members) {
            first[member.number] = first[member.number - 1] + plan.messagesOf(member.number);
        }
    }

    /** How many messages all members send. */
    int count() {
        return first[members.size()];
    }

    /** How many messages the member sends. */
    int messagesOf(Member member) {
        return first[member.number] - first[member.number - 1];
    }

    /** The number of the member's nth message; {@code nth} counts from 1. */
    int number(Member member, int nth) {
        return first[member.number - 1] + nth - 1;
    }

    /** The member's nth message. */
    byte[] text(Member member, int nth) {
        return ChatMessage.encode(member.number, nth, messageBytes);
    }

    /** The number of the message that a member has received, if it is complete and names its sender's address; or NONE. */
    int identify(Member receiver, byte[] text) {
        int start = ChatMessage.textStart(text);
        int sender = start < 0 ? NONE : ChatMessage.sender(text, start);
        if (sender < 1 || sender > members.size() || sender == receiver.number) {
            return NONE;
        }
        Member member = members.get(sender - 1);
        int nth = ChatMessage.nth(text, start, sender);
        boolean sent = nth >= 1 && nth <= messagesOf(member) && ChatMessage.senderPort(text, start) == member.port();
        boolean complete = text.length - start == ChatMessage.length(sender, nth, messageBytes);
        return sent && complete ? number(member, nth) : NONE;
    }
}
