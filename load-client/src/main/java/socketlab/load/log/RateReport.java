package socketlab.load.log;

/**
 * How well a load kept the rate that it was given. A request that was not sent stands in no row of the log.
 *
 * @param sentPerSecond requests per second, as long as requests were sent
 * @param notSent       open loop: intended requests for which no client was free before the load's duration had passed
 * @param sentLate      open loop: requests that started more than 1 ms after their intended time, whatever the cause
 * @param missed        those of them for which a client was free all the time: the load client's own fault
 * @param inFlightAtEnd requests without a reply when the duration had passed; they were waited for
 * @param utilization   CPU time of the loop thread divided by elapsed time, from 0 to 1
 */
public record RateReport(double sentPerSecond, int notSent, int sentLate, int missed, int inFlightAtEnd,
        double utilization) {}
