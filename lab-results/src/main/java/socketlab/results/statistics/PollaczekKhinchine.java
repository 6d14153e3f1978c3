package socketlab.results.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketlab.results.FaultSettings;
import socketlab.results.LoadSettings;
import socketlab.results.QueueComparison;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/** Finds out how long requests waited for the one server that serves them all, and what theory makes of it. */
public final class PollaczekKhinchine {
    private static final int BATCHES = 20;
    /** Student's t: 95 % of all means of 20 batches lie within so many standard errors. */
    private static final double T_19 = 2.093;
    /** A queue forgets what it was like within some 1 / (1 - u)² requests; a batch has to last several times that. */
    private static final double MEMORIES = 5;
    private static final int FEW = 30;
    private static final double US_PER_MS = 1000;

    private PollaczekKhinchine() {}

    /** One request as the server's queue saw it, in microseconds. */
    private record Visit(long cameUs, long turnUs, long writtenUs) {}

    /**
     * Empty where the formula does not apply: another loop, arrivals that know of one another, more than one in service,
     * a failed request, a rate above what the server can do, or too few that had to wait.
     *
     * @param load as this transport sees it
     */
    public static Optional<QueueComparison> of(LoadSettings load, Integer inService, Iterable<RequestRow> requests,
                                 List<ServedRow> served) {
        boolean chance = !load.closed() && load.arrivals().equals("poisson") && !load.keptConnections();
        boolean undisturbed = load.pauseMs() == 0 && load.trouble().equals(FaultSettings.NONE);
        if (!chance || !undisturbed || inService == null || inService != 1) {
            return Optional.empty();
        }
        List<Visit> visits = visits(requests, served);
        double[] gaps = gapsMs(visits);
        double perMs = load.ratePerS() / 1000;
        double service = Arrays.stream(gaps).average().orElse(0);
        double busy = perMs * service;
        if (gaps.length < FEW || busy >= 1) {
            return Optional.empty();
        }
        double expected = perMs * Arrays.stream(gaps).map(gap -> gap * gap).average().orElseThrow() / (2 * (1 - busy));
        double[] waits = waitsMs(visits);
        boolean enough = waits.length / BATCHES * (1 - busy) * (1 - busy) >= MEMORIES;
        double mean = Arrays.stream(waits).average().orElseThrow();
        double half = halfInterval(waits, mean);
        return Optional.of(new QueueComparison(100 * busy, service, expected, mean, enough ? mean - half : null,
                enough ? mean + half : null));
    }

    /** In the order of their turns; none where one of them failed or was not told of. */
    private static List<Visit> visits(Iterable<RequestRow> requests, List<ServedRow> served) {
        List<RequestRow> rows = new ArrayList<>();
        requests.forEach(rows::add);
        List<Visit> visits = new ArrayList<>();
        RequestMatcher.pair(rows, served, (row, reply) -> {
            if (row.ok() && reply != null) {
                visits.add(new Visit(row.intendedUs(), reply.serviceStartUs(), reply.replyWrittenUs()));
            }
        });
        visits.sort(Comparator.comparingLong(Visit::turnUs));
        return visits.size() == rows.size() ? visits : List.of();
    }

    /** From turn to turn, where the second was waiting when the first one's reply was written. */
    private static double[] gapsMs(List<Visit> visits) {
        return IntStream.range(1, visits.size()).filter(i -> waited(visits, i))
                .mapToDouble(i -> (visits.get(i).turnUs - visits.get(i - 1).turnUs) / US_PER_MS).toArray();
    }

    /** From its moment to its turn, less what that takes those who find nobody there. */
    private static double[] waitsMs(List<Visit> visits) {
        double way = IntStream.range(0, visits.size()).filter(i -> i == 0 || !waited(visits, i))
                .mapToLong(i -> visits.get(i).turnUs - visits.get(i).cameUs).average().orElse(0);
        return visits.stream().mapToDouble(visit -> (visit.turnUs - visit.cameUs - way) / US_PER_MS).toArray();
    }

    private static boolean waited(List<Visit> visits, int i) {
        return visits.get(i).cameUs < visits.get(i - 1).writtenUs;
    }

    /** Neighbours wait alike, so single waits would feign certainty; the means of long batches do not. */
    private static double halfInterval(double[] waits, double mean) {
        double squares = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            double own = Arrays.stream(waits, batch * waits.length / BATCHES, (batch + 1) * waits.length / BATCHES)
                    .average().orElse(mean);
            squares += (own - mean) * (own - mean);
        }
        return T_19 * Math.sqrt(squares / (BATCHES - 1) / BATCHES);
    }
}
