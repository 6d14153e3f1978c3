package socketlab.load.log;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a load counts besides its requests. Written on the loop thread; {@link RequestLog} gives it out. */
public final class LoadCounters {
    public InetSocketAddress address;   // of the server; null: nobody has been connected
    public long lateReplies;
    public long duplicateReplies;
    public long reconnected;
    public int idleConnected;
    public int idleLost;
    public final List<Long> idleClosedUs = new ArrayList<>();   // since the plan's zero, in that order; the first few
    public final Set<String> limits = new LinkedHashSet<>();   // that ended a wait or left something out, in words
    public int notSent;
    public int sentLate;
    public int missed;
    public int inFlightAtEnd;
    public long startedNanos;      // when the load began, since the plan's zero
    public long requestingNanos;   // from the start until the last request had been sent
    public long elapsedNanos;      // from the start until the last request had ended
    public long cpuNanos;          // of the loop thread in that time

    RateReport rateReport(int sent) {
        return new RateReport(requestingNanos > 0 ? sent * 1e9 / requestingNanos : 0, notSent, sentLate, missed,
                inFlightAtEnd, elapsedNanos > 0 ? Math.min(1, (double) cpuNanos / elapsedNanos) : 0);
    }
}
