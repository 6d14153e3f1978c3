package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.stream.Stream;

/**
 * How one model did in a chat: with k members in the room, each message is to be delivered to k - 1 of them.
 *
 * @param deliveryMs the latency of a delivery, from the moment a message is meant to be sent until another member has
 *     it; null without any
 * @param deliveriesPerS deliveries per second
 * @param slowReader what happened to the member that does not read; null without one
 * @param error the first unexpected line from the server; null where there was none
 */
@JsonInclude(Include.NON_NULL)
public record ChatResult(@JsonUnwrapped Room room, @JsonUnwrapped Deliveries deliveries, LatencyMs deliveryMs,
        double deliveriesPerS, SlowReader slowReader, @JsonUnwrapped Accounts accounts, String error) {

    /**
     * Who takes part.
     *
     * @param scenario {@code talk}: everybody sends messages; {@code classroom}: half of them, while the others register
     * @param members how many were to join
     * @param entered how many were in the room when the clock started
     */
    public record Room(String scenario, int members, int entered, int messageBytes) {}

    /**
     * Deliveries, counted.
     *
     * @param expected of the messages that were sent
     * @param arrived to members that were to have them
     * @param duplicate to a member that has the message already
     * @param foreign damaged, under a wrong name, or of no message at all
     * @param outOfOrder deliveries that break the one order that all other members share
     */
    public record Deliveries(@JsonProperty("deliveries_expected") long expected, @JsonProperty("deliveries") long arrived,
            @JsonProperty("deliveries_missing") long missing,
            @JsonProperty("deliveries_duplicate") long duplicate,
            @JsonProperty("deliveries_foreign") long foreign,
            @JsonProperty("out_of_order") long outOfOrder) {

        /** Deliveries that should not have happened, or not in that order. */
        public long wrong() {
            return duplicate + foreign + outOfOrder;
        }
    }

    /**
     * A member that joins and then stops reading.
     *
     * @param dropped whether the server hung up on it
     * @param afterMs when the others were told, since the clock started; null where they were not
     */
    public record SlowReader(boolean dropped, Double afterMs) {}

    /**
     * What members did with their accounts; every component is null unless the scenario is {@code classroom}.
     *
     * @param register registrations, each of which makes a hash
     * @param login logins, each of which checks a hash
     * @param talk the deliveries that began or ended while a member waited for a hash
     */
    @JsonInclude(Include.NON_NULL)
    public record Accounts(Phase register, Phase login, Phase talk, Phase logout) {
        static final Accounts NONE = new Accounts(null, null, null, null);

        /** Commands that failed: registrations, logins and logouts. */
        public long failed() {
            return Stream.of(register, login, logout).mapToLong(phase -> phase == null ? 0 : phase.failed()).sum();
        }
    }

    /** One kind of action: how often it succeeded, how often it failed, and its latency, null without any. */
    public record Phase(int succeeded, int failed, LatencyMs latencyMs) {}

    public ChatResult {
        room = requireNonNullElse(room, new Room("talk", 0, 0, 0));
        deliveries = requireNonNullElse(deliveries, new Deliveries(0, 0, 0, 0, 0, 0));
        accounts = requireNonNullElse(accounts, Accounts.NONE);
    }

    /** Whether half of the members register while the others talk. */
    public boolean classroom() {
        return "classroom".equals(room.scenario());
    }

    /** Missing and wrong deliveries, and failed account commands. */
    public long failed() {
        return deliveries.missing() + deliveries.wrong() + accounts.failed();
    }

    /** The same chat with a slow reader, and the latency of the deliveries to the others in milliseconds. */
    public ChatResult withSlowReader(SlowReader reader, LatencyMs deliveryMs) {
        return new ChatResult(room, deliveries, deliveryMs, deliveriesPerS, reader, accounts, error);
    }

    /** The same chat as a classroom with these account commands. */
    public ChatResult withAccounts(Accounts done) {
        return new ChatResult(new Room("classroom", room.members(), room.entered(), room.messageBytes()), deliveries,
                deliveryMs, deliveriesPerS, slowReader, done, error);
    }
}
