package socketlab.load.log;

/** What happened in a load besides its requests; counted on the loop thread. */
public final class LoadCounters {
    public long late;
    public long duplicate;
    public int idleConnected;
    public int idleLost;
    public int notSent;
    public int sentLate;
    public int missed;
    public int inFlightAtEnd;
    public long askedNanos;   // from the start until nobody asked any more
    public long tookNanos;    // until the last had been answered
    public long cpuNanos;     // of the loop's thread in that time

    RateReport pace(int sent) {
        return new RateReport(askedNanos > 0 ? sent * 1e9 / askedNanos : 0, notSent, sentLate, missed, inFlightAtEnd,
                tookNanos > 0 ? Math.min(1, (double) cpuNanos / tookNanos) : 0);
    }
}
