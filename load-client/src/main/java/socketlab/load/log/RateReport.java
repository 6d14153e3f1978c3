package socketlab.load.log;

/**
 * How a load kept up with what it was to do; what it did not do stands in no row.
 *
 * @param sentPerSecond as long as requests were made
 * @param notSent       of an open loop: no client was free for them before the time to make requests was over
 * @param sentLate      of an open loop: left more than a millisecond after their moment, whose fault ever it was
 * @param missed        those of them for which a client was free all the time: this loop's own fault
 * @param inFlightAtEnd on their way when the duration was over; they were waited for
 * @param busy          how much of its time the loop's thread was running, from 0 to 1
 */
public record RateReport(double sentPerSecond, int notSent, int sentLate, int missed, int inFlightAtEnd, double utilization) {}
