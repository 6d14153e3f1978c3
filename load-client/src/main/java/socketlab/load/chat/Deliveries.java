package socketlab.load.chat;

import org.HdrHistogram.Histogram;

/**
 * The deliveries of a chat: with {@code k} members, each message is to be delivered {@code k - 1} times.
 *
 * @param expected              deliveries of the messages that were sent
 * @param delivered             to a member that had not received the message yet, however late
 * @param duplicate             to a member that had
 * @param foreign               messages that name a sender and are none of this load's, or damaged, or under another
 *                              sender's name, or the receiver's own
 * @param outOfOrder            deliveries to leave out so that one total order holds for all members
 * @param latencyUs             in microseconds, from the time a message was intended to be sent until one other member
 *                              had received it
 * @param latencyWhileHashingUs of those deliveries that began or ended while the server was hashing a password for a member
 */
public record Deliveries(long expected, long delivered, long duplicate, long foreign, long outOfOrder,
        Histogram latencyUs, Histogram latencyWhileHashingUs) {
    /** Expected deliveries that did not happen. */
    public long missing() {
        return expected - delivered;
    }
}
