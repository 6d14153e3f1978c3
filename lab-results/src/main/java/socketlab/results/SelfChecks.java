package socketlab.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What the load client measured about itself: it tells whether its other figures can be trusted.
 *
 * @param littleOffPercent Little's law: how far throughput times mean latency is from the number of active clients, in
 *     percent of them; null in an open loop, where that number is a result
 * @param noiseFloorMs the median latency against a responder in the client's own process that does nothing; null where
 *     it was not measured
 * @param clientCpuPercent how busy the client's one thread was, 0 to 100; in an open loop waiting for the next send time
 *     is included
 */
public record SelfChecks(Double littleOffPercent, Double noiseFloorMs, @JsonUnwrapped Sending sending,
        double clientCpuPercent) {

    /**
     * Whether requests left when they were meant to.
     *
     * @param targetPerS the requested rate, in requests per second; 0 in a closed loop
     * @param achievedPerS the measured send rate, in requests per second
     * @param notSent requests whose send time came, but no connection was free until the load ended
     * @param sentLate requests sent more than a millisecond after their send time
     * @param missed those of them for which a connection was free: the client itself was late
     * @param inFlightAtEnd requests unanswered when the load's duration ended; the client waits for their answers
     */
    public record Sending(double targetPerS, double achievedPerS, int notSent, int sentLate, int missed,
            int inFlightAtEnd) {}

    public SelfChecks {
        sending = sending == null ? new Sending(0, 0, 0, 0, 0, 0) : sending;
    }
}
