package socketlab.results;

/**
 * What the client found out about itself while it measured: whether its figures are to be believed.
 *
 * @param littleOffPercent how far throughput times mean latency lies from the clients at work, in percent of them;
 *     null in an open loop, where their number is what comes out
 * @param noiseFloorMs what half of the requests take at most when a responder in the client's own process does
 *     nothing; null when that was not tried
 * @param targetPerS requests per second that were asked for; 0 in a closed loop
 * @param achievedPerS requests per second that were really sent
 * @param notSent their moment had come, but by the end of the load no connection was free for them
 * @param sentLate left more than a millisecond after their moment
 * @param missed those of them that had a free connection: the client's own fault
 * @param inFlightAtEnd still unanswered when the time for making requests was over; they were waited for
 * @param clientCpuPercent how busy the client's one thread was; of an open loop, waiting for the next moment included
 */
public record SelfChecks(Double littleOffPercent, Double noiseFloorMs, double targetPerS, double achievedPerS, int notSent,
                     int sentLate, int missed, int inFlightAtEnd, double clientCpuPercent) {}
