package socketlab.load.chat;

/**
 * One line of the transcript of a small chat.
 *
 * @param atUs   microseconds since the plan's zero; the same for messages that were read together
 * @param member from 1
 * @param port   the member's own port; -1: not connected yet
 * @param text   empty when a member joined or left
 */
public record TranscriptEntry(long atUs, int member, int port, Event event, String text) {
    /** What happened to the member. */
    public enum Event { JOINED, SENT, RECEIVED, LEFT }
}
