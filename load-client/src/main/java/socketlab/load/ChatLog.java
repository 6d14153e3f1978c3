package socketlab.load;

/**
 * What happened in a chat under load.
 *
 * @param messages a row for each message: who said it, when it was meant to be said, when the first and when the last of
 *                 the others had it
 * @param members  who were to be in the room
 * @param entered  who were in the room when the clock started
 */
public record ChatLog(RequestLog messages, int members, int entered, Deliveries deliveries) {}
