package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/**
 * Brings together what client and server saw of the same request: both know the port, and on one port the k-th request
 * is the k-th message, also where a port was used again later.
 */
public final class RequestMatcher {
    /** How far the two clocks may disagree before two moments count as out of order. */
    private static final long SLACK_US = 1000;
    private static final int NOBODY = -1;
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
        inTime = order(requests, RequestRow::clientPort, Comparator.comparingLong(i -> begin[i]));
        long[] accepted = served.stream().mapToLong(ServedRow::acceptedUs).toArray();
        servedInTime = order(served, ServedRow::clientPort, Comparator.<Integer>comparingLong(i -> accepted[i])
                .thenComparingLong(i -> served.get(i).clientId()).thenComparingInt(i -> served.get(i).message()));
        reply = new int[requests.size()];
        Arrays.fill(reply, NOBODY);
    }

    /** Hands over each request of one model with the served row it belongs to, or null where there is none. */
    public static void pair(List<RequestRow> requests, List<ServedRow> served, BiConsumer<RequestRow, ServedRow> each) {
        RequestMatcher pairing = new RequestMatcher(requests, served);
        for (int at = 0; at < pairing.inTime.length; at++) {
            pairing.match(at);
        }
        for (int i = 0; i < pairing.reply.length; i++) {
            each.accept(requests.get(i), pairing.reply[i] == NOBODY ? null : served.get(pairing.reply[i]));
        }
    }

    /** The numbers of the rows by port, and on each port in time: sorted as numbers, for they may be a million. */
    private static <T> int[] order(List<T> rows, ToIntFunction<T> port, Comparator<Integer> inTime) {
        int[] ports = rows.stream().mapToInt(port).toArray();
        return IntStream.range(0, ports.length).boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> ports[i]).thenComparing(inTime))
                .mapToInt(i -> i).toArray();
    }

    private void match(int at) {
        RequestRow request = requests.get(inTime[at]);
        skipWhatWasOverBefore(request);
        if (next < servedInTime.length) {
            ServedRow first = served.get(servedInTime[next]);
            if (first.clientPort() == request.clientPort() && first.serviceStartUs() <= end(at) + SLACK_US) {
                reply[inTime[at]] = servedInTime[next++];
            }
        }
    }

    /** What the server finished before this request began belongs to one that its client had given up. */
    private void skipWhatWasOverBefore(RequestRow request) {
        long begin = begin(request);
        while (next < servedInTime.length) {
            ServedRow row = served.get(servedInTime[next]);
            boolean over = row.clientPort() == request.clientPort() && lastSeen(row) + SLACK_US < begin;
            if (row.clientPort() >= request.clientPort() && !over) {
                return;
            }
            next++;
        }
    }

    /** A request that was never done can at most claim what came before the next one on its port. */
    private long end(int at) {
        RequestRow request = requests.get(inTime[at]);
        if (request.doneUs() != RequestRow.NEVER) {
            return request.doneUs();
        }
        RequestRow after = at + 1 < inTime.length ? requests.get(inTime[at + 1]) : null;
        return after != null && after.clientPort() == request.clientPort() ? begin(after) - 2 * SLACK_US
                : Long.MAX_VALUE - SLACK_US;
    }

    private static long lastSeen(ServedRow row) {
        return Math.max(row.acceptedUs(), Math.max(row.serviceStartUs(), row.replyWrittenUs()));
    }

    private static long begin(RequestRow row) {
        return row.sentUs() != RequestRow.NEVER ? row.sentUs() : Math.max(row.connectUs(), row.intendedUs());
    }
}
