package socketlab.load.log;

/** What happened in a load besides its requests; counted on the loop thread. */
public final class LoadCounters {
    public long lateReplies;
    public long duplicateReplies;
    public int idleConnected;
    public int idleLost;
    public int notSent;
    public int sentLate;
    public int missed;
    public int inFlightAtEnd;
    public long requestingNanos;   // from the start until nobody asked any more
    public long elapsedNanos;    // until the last had been answered
    public long cpuNanos;     // of the loop's thread in that time

    RateReport rateReport(int sent) {
        return new RateReport(requestingNanos > 0 ? sent * 1e9 / requestingNanos : 0, notSent, sentLate, missed, inFlightAtEnd,
                elapsedNanos > 0 ? Math.min(1, (double) cpuNanos / elapsedNanos) : 0);
    }
}
