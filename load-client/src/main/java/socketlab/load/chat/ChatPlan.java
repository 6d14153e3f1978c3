package socketlab.load.chat;

import socketlab.core.Framing;
import socketlab.core.framing.RawFraming;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/**
 * One chat under load, said in full before it starts: everybody is in the room before the clock starts, and then each
 * says its messages, the next one when the others have had the last one (a closed loop).
 *
 * @param load         who is asked, by how many members, and how many messages they say in all, shared out evenly
 * @param messageBytes length of each message; longer where its number needs more
 * @param joinsByName  a member sends {@code NAME: x} first: without it, no server with this framing lets it in
 * @param slowReader   one more member enters and then stops reading; it says nothing, and nobody waits for it
 */
public record ChatPlan(LoadPlan load, Scenario scenario, int messageBytes, boolean joinsByName, boolean slowReader) {
    /** What members do. */
    public enum Scenario {
        /** Everybody says their messages. */
        TALK,
        /** Half register new names, while the other half log in, say their messages and log out. */
        CLASSROOM
    }

    private static final long MOST_DELIVERIES = 20_000_000;   // 4 bytes each are kept, so that their order can be checked

    /** Throws {@link IllegalArgumentException} with one line that says what is out of range. */
    public ChatPlan {
        check(load.faults().isNone(), "a chat takes no faults: no loss, no retries, no two writes, no faulty clients");
        check(load.clients() >= 2, "a chat takes two members at least, not " + load.clients());
        check(load.timing().duration().isEmpty(), "a chat is loaded with a number of messages, not for a duration");
        check(load.connections().idle() == 0, "in a chat there are no idle clients: every member receives messages");
        long deliveries = (long) load.requests() * (load.clients() - 1);
        check(deliveries <= MOST_DELIVERIES, "%,d messages to %,d others are %,d deliveries; take fewer, %,d at most"
                .formatted(load.requests(), load.clients() - 1, deliveries, MOST_DELIVERIES));
        Framing framing = load.protocol().framing();
        check(load.transport() == Transport.UDP || !(framing instanceof RawFraming),
                "with framing raw a chat's messages cannot be told apart; load it with lines, length or pickle");
    }

    /** What members of a chat say, for the {@code load} of a plan. */
    public static RequestProtocol protocol(Framing framing, int messageBytes) {
        return new RequestProtocol(framing, true, (member, number) -> ChatMessage.text(member, number, messageBytes),
                (said, heard) -> true);
    }

    boolean isClassroom() {
        return scenario == Scenario.CLASSROOM;
    }

    /** In a classroom every other one talks, and those between register. */
    boolean talks(int member) {
        return !isClassroom() || member % 2 == 1;
    }

    /** How many messages the member of this number (from 1) says. */
    int messagesOf(int member) {
        int talkers = isClassroom() ? (load.clients() + 1) / 2 : load.clients();
        int talker = isClassroom() ? (member + 1) / 2 : member;
        return talks(member) ? load.requests() / talkers + (talker <= load.requests() % talkers ? 1 : 0) : 0;
    }

    /** Those who speak and are counted, and whoever else is in the room. */
    int size() {
        return load.clients() + (slowReader ? 1 : 0);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
