package socketlab.results;

import java.util.stream.Stream;

/**
 * What a model made of a chat: with k members in the room, each message is to be delivered to k - 1 of them.
 *
 * @param scenario {@code talk}: everybody says their messages; {@code classroom}: half of them while the others register
 * @param members who were to be in the room
 * @param entered who were in the room when the clock started
 * @param deliveriesExpected of the messages that were said
 * @param deliveriesDuplicate to somebody who had heard it already
 * @param deliveriesForeign damaged, under another's name, or nobody's message at all
 * @param outOfOrder deliveries that break the one order that the others have in common
 * @param deliveryMs from the moment a message was meant to be said until one of the others had it; null without any
 * @param slowReader what became of the member that did not read; null where there was none
 * @param register names registered, and how long that took; null unless it was a classroom, like the next three
 * @param talk those deliveries that began or ended while somebody waited for a hash
 * @param complaint the first thing the server said that nobody had expected; null where there was none
 */
public record ChatResult(String scenario, int members, int entered, int messageBytes, long deliveriesExpected,
                         long deliveries, long deliveriesMissing, long deliveriesDuplicate, long deliveriesForeign,
                         long outOfOrder, LatencyMs deliveryMs, double deliveriesPerS, SlowReader slowReader,
                         Phase register, Phase login, Phase talk, Phase logout, String complaint) {

    /**
     * Somebody who enters and then stops reading.
     *
     * @param dropped the server has hung up on it
     * @param afterMs when the others were told, since the clock started; null where they were not
     */
    public record SlowReader(boolean dropped, Double afterMs) {}

    /** One thing that members of a classroom do: how often it was done, and how long it took. */
    public record Phase(int succeeded, int failed, LatencyMs latencyMs) {}

    public boolean isClassroom() {
        return "classroom".equals(scenario);
    }

    /** Whatever did not happen, or should not have: deliveries, and what members of a classroom asked for. */
    public long failed() {
        return deliveriesMissing + wrong() + Stream.of(register, login, logout).mapToLong(ChatResult::failed).sum();
    }

    private static long failed(Phase phase) {
        return phase == null ? 0 : phase.failed();
    }

    /** Deliveries that should not have happened, or not then. */
    public long wrong() {
        return deliveriesDuplicate + deliveriesForeign + outOfOrder;
    }
}
