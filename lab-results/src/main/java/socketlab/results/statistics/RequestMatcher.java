package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/**
 * Finds for each request of the client the row that its server recorded in the same round. Both know the client's port, and on
 * one connection the k-th request is the k-th message; a port that is used again is told apart by time.
 */
public final class RequestMatcher {
    /** How far the clocks of the two processes may disagree before two times count as out of order. */
    private static final long SLACK_US = 1000;
    private static final int NONE = -1;
    private final List<RequestRow> requests;
    private final List<ServedRow> served;
    private final int[] inTime;
    private final int[] servedInTime;
    private final int[] reply;
    private int next;

    private RequestMatcher(List<RequestRow> requests, List<ServedRow> served) {
        this.requests = requests;
        this.served = served;
        long[] begin = requests.stream().mapToLong(RequestMatcher::begin).toArray();
        inTime = order(requests, RequestMatcher::port, Comparator.comparingLong(i -> begin[i]));
        long[] accepted = served.stream().mapToLong(ServedRow::acceptedUs).toArray();
        servedInTime = order(served, RequestMatcher::port, Comparator.<Integer>comparingLong(i -> accepted[i])
                .thenComparingLong(i -> served.get(i).clientId()).thenComparingInt(i -> served.get(i).message()));
        reply = new int[requests.size()];
        Arrays.fill(reply, NONE);
    }

    /**
     * Calls {@code each} for each request, in the order of {@code requests}, with its served row, or null where there is
     * none. Both lists are of one model.
     */
    public static void match(List<RequestRow> requests, List<ServedRow> served, BiConsumer<RequestRow, ServedRow> each) {
        RequestMatcher matcher = new RequestMatcher(requests, served);
        for (int at = 0; at < matcher.inTime.length; at++) {
            matcher.match(at);
        }
        for (int i = 0; i < matcher.reply.length; i++) {
            each.accept(requests.get(i), matcher.reply[i] == NONE ? null : served.get(matcher.reply[i]));
        }
    }

    /** A port of one round: each round has a clock and a server of its own. */
    private static long port(RequestRow row) {
        return ((long) row.round() << Integer.SIZE) | (row.clientPort() & 0xFFFF_FFFFL);
    }

    private static long port(ServedRow row) {
        return ((long) row.round() << Integer.SIZE) | (row.clientPort() & 0xFFFF_FFFFL);
    }

    /** Positions of the rows by port and, on each port, by time; positions, because there may be a million rows. */
    private static <T> int[] order(List<T> rows, ToLongFunction<T> port, Comparator<Integer> inTime) {
        long[] ports = rows.stream().mapToLong(port).toArray();
        return IntStream.range(0, ports.length).boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> ports[i]).thenComparing(inTime))
                .mapToInt(i -> i).toArray();
    }

    private void match(int at) {
        RequestRow request = requests.get(inTime[at]);
        skipFinishedBefore(request);
        if (next < servedInTime.length) {
            ServedRow first = served.get(servedInTime[next]);
            if (port(first) == port(request) && first.serviceStartUs() <= end(at) + SLACK_US) {
                reply[inTime[at]] = servedInTime[next++];
            }
        }
    }

    /** A row that ended before this request began belongs to an earlier request, which its client gave up. */
    private void skipFinishedBefore(RequestRow request) {
        long begin = begin(request);
        while (next < servedInTime.length) {
            ServedRow row = served.get(servedInTime[next]);
            boolean over = port(row) == port(request) && lastSeen(row) + SLACK_US < begin;
            if (port(row) >= port(request) && !over) {
                return;
            }
            next++;
        }
    }

    /** A request that was never done may match only rows from before the next request on its port. */
    private long end(int at) {
        RequestRow request = requests.get(inTime[at]);
        if (request.doneUs() != RequestRow.NEVER) {
            return request.doneUs();
        }
        RequestRow after = at + 1 < inTime.length ? requests.get(inTime[at + 1]) : null;
        return after != null && port(after) == port(request) ? begin(after) - 2 * SLACK_US
                : Long.MAX_VALUE - SLACK_US;
    }

    private static long lastSeen(ServedRow row) {
        return Math.max(row.acceptedUs(), Math.max(row.serviceStartUs(), row.replyWrittenUs()));
    }

    private static long begin(RequestRow row) {
        return row.sentUs() != RequestRow.NEVER ? row.sentUs() : Math.max(row.connectUs(), row.intendedUs());
    }
}
