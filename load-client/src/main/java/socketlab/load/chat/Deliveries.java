package socketlab.load.chat;

import org.HdrHistogram.Histogram;

/**
 * What became of a chat's deliveries: with {@code k} members, each message is to be delivered {@code k - 1} times.
 *
 * @param expected   of what was said
 * @param delivered  to somebody who had not heard it yet, however late
 * @param duplicate  to somebody who had
 * @param foreign    what names a speaker and is none of this load's messages, or damaged, or under another's name, or
 *                   the listener's own
 * @param outOfOrder those that must be left out for one order to hold for all
 * @param latencyUs  from the moment a message was meant to be said until one of the others had it
 */
public record Deliveries(long expected, long delivered, long duplicate, long foreign, long outOfOrder,
                         Histogram latencyUs) {

    public long missing() {
        return expected - delivered;
    }
}
