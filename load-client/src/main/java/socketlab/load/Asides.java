package socketlab.load;

/** What happened in a load besides its requests; counted on the loop thread. */
final class Asides {
    long late;
    long duplicate;
    int idleConnected;
    int idleLost;
    int notSent;
    int sentLate;
    int missed;
    int inFlightAtEnd;
    long askedNanos;   // from the start until nobody asked any more
    long tookNanos;    // until the last had been answered
    long cpuNanos;     // of the loop's thread in that time

    Pace pace(int sent) {
        return new Pace(askedNanos > 0 ? sent * 1e9 / askedNanos : 0, notSent, sentLate, missed, inFlightAtEnd,
                tookNanos > 0 ? Math.min(1, (double) cpuNanos / tookNanos) : 0);
    }
}
