package socketlab.load.chat;

/**
 * One line in the minutes of a small chat.
 *
 * @param atUs   microseconds since the plan's zero; of what is heard together, all have the same
 * @param member who did it, from 1
 * @param port   it calls from; -1: not connected yet
 * @param text   empty for who comes or leaves
 */
public record TranscriptEntry(long atUs, int member, int port, Event event, String text) {
    /** What a member did. */
    public enum Event { JOINED, SENT, RECEIVED, LEFT }
}
