package socketlab.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Brings together what client and server saw of the same request: both know the port, and on one port the k-th request
 * is the k-th message, also where a port was used again later.
 */
final class Pairing {
    /** How far the two clocks may disagree before two moments count as out of order. */
    private static final long SLACK_US = 1000;
    private final List<RequestRow> requests;
    private final List<ServedRow> served;
    private int next;

    private Pairing(List<RequestRow> requests, List<ServedRow> served) {
        this.requests = requests.stream().sorted(Comparator.comparingLong(Pairing::begin)).toList();
        this.served = served.stream().sorted(Comparator.comparingLong(ServedRow::acceptedUs)
                .thenComparingLong(ServedRow::clientId).thenComparingInt(ServedRow::message)).toList();
    }

    /** Hands over each request of one model with the served row it belongs to, or null where there is none. */
    static void pair(List<RequestRow> requests, List<ServedRow> served, BiConsumer<RequestRow, ServedRow> each) {
        Map<Integer, List<ServedRow>> byPort = served.stream().collect(Collectors.groupingBy(ServedRow::clientPort));
        requests.stream().collect(Collectors.groupingBy(RequestRow::clientPort))
                .forEach((port, rows) -> new Pairing(rows, byPort.getOrDefault(port, List.of())).walk(each));
    }

    private void walk(BiConsumer<RequestRow, ServedRow> each) {
        for (int i = 0; i < requests.size(); i++) {
            RequestRow request = requests.get(i);
            skipWhatWasOverBefore(begin(request));
            boolean own = next < served.size() && served.get(next).serviceStartUs() <= end(i) + SLACK_US;
            each.accept(request, own ? served.get(next++) : null);
        }
    }

    /** What the server finished before this request began belongs to one that its client had given up. */
    private void skipWhatWasOverBefore(long beginUs) {
        while (next < served.size() && lastSeen(served.get(next)) + SLACK_US < beginUs) {
            next++;
        }
    }

    /** A request that was never done can at most claim what came before the next one on its port. */
    private long end(int i) {
        RequestRow request = requests.get(i);
        if (request.doneUs() != RequestRow.NEVER) {
            return request.doneUs();
        }
        return i + 1 < requests.size() ? begin(requests.get(i + 1)) - 2 * SLACK_US : Long.MAX_VALUE - SLACK_US;
    }

    private static long lastSeen(ServedRow row) {
        return Math.max(row.acceptedUs(), Math.max(row.serviceStartUs(), row.replyWrittenUs()));
    }

    private static long begin(RequestRow row) {
        return row.sentUs() != RequestRow.NEVER ? row.sentUs() : Math.max(row.connectUs(), row.intendedUs());
    }
}
