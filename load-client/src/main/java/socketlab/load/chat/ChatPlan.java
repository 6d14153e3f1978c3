package socketlab.load.chat;

import static socketlab.core.Text.format;

import socketlab.core.Framing;
import socketlab.core.framing.RawFraming;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/**
 * One chat under load, described in full before it starts. All members join before the clock starts; then each sends its
 * messages, the next one when the others have received the last one (a closed loop).
 *
 * @param load         the server, the number of members (its clients), and the total of their messages (its requests)
 * @param scenario     what members do
 * @param messageBytes length of each message; longer where its number needs more
 * @param joinsByName  a member sends {@code NAME: x} first, because with this framing the server greets nobody without it
 * @param slowReader   one more member joins and then stops reading; it sends nothing, and no message waits for it
 */
public record ChatPlan(LoadPlan load, Scenario scenario, int messageBytes, boolean joinsByName, boolean slowReader) {
    /** What members do. */
    public enum Scenario {
        /** All members send their messages. */
        TALK,
        /** One half registers new names, while the other half logs in, sends its messages and logs out. */
        CLASSROOM
    }

    private static final long MOST_DELIVERIES = 20_000_000;   // 4 bytes each are kept, to check their order

    /** Throws {@link IllegalArgumentException} with one line that says what a chat cannot do. */
    public ChatPlan {
        check(load.faults().isNone(), "a chat takes no faults: no loss, no retries, no two writes, no faulty clients");
        check(load.clients() >= 2, "a chat takes two members at least, not " + load.clients());
        check(load.timing().duration().isEmpty(), "a chat is loaded with a number of messages, not for a duration");
        check(load.connections().idle() == 0, "in a chat there are no idle clients: every member receives messages");
        long deliveries = (long) load.requests() * (load.clients() - 1);
        check(deliveries <= MOST_DELIVERIES, format("%,d messages to %,d others are %,d deliveries; take fewer, %,d at most", load
                .requests(), load.clients() - 1,
                deliveries, MOST_DELIVERIES));
        Framing framing = load.protocol().framing();
        check(load.transport() == Transport.UDP || !(framing instanceof RawFraming),
                "with framing raw a chat's messages cannot be told apart; load it with lines, length or pickle");
    }

    /** What the members of a chat send, for the {@link #load} of a plan. */
    public static RequestProtocol protocol(Framing framing, int messageBytes) {
        return new RequestProtocol(framing, true, (member, nth) -> ChatMessage.encode(member, nth, messageBytes),
                (sent, received) -> true);
    }

    boolean isClassroom() {
        return scenario == Scenario.CLASSROOM;
    }

    /** Whether the member of this number (from 1) sends messages: in a classroom, every other one. */
    boolean isSpeaker(int member) {
        return !isClassroom() || member % 2 == 1;
    }

    /** How many messages the member of this number (from 1) sends. */
    int messagesOf(int member) {
        int speakers = isClassroom() ? (load.clients() + 1) / 2 : load.clients();
        int speaker = isClassroom() ? (member + 1) / 2 : member;
        return isSpeaker(member) ? load.requests() / speakers + (speaker <= load.requests() % speakers ? 1 : 0) : 0;
    }

    /** How many join: the members that are counted, and the slow reader. */
    int size() {
        return load.clients() + (slowReader ? 1 : 0);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
