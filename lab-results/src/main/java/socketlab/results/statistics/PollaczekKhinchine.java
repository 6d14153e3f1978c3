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

/**
 * Compares the measured mean wait for a single server with the Pollaczek-Khinchine formula: where requests arrive at
 * random at a rate l and each takes a service time S, the mean wait is l E[S²] / (2 (1 - u)), u = l E[S].
 */
public final class PollaczekKhinchine {
    private static final int BATCHES = 20;
    /** Student's t for 19 degrees of freedom, 95 %: the interval's half width in standard errors of 20 batch means. */
    private static final double T_19 = 2.093;
    /** Waits are correlated over some 1 / (1 - u)² requests; a batch is to last several times that. */
    private static final double CORRELATION_LENGTHS = 5;
    private static final int FEW = 30;
    private static final double US_PER_MS = 1000;

    private PollaczekKhinchine() {}

    /** One request as the server's queue sees it, in microseconds: when it arrives, when service starts and ends. */
    private record Visit(long arrivedUs, long startUs, long endUs) {}

    /**
     * The comparison; empty where the formula does not apply: a closed loop, arrivals that are not random, more than one
     * request in service, a failed request, a rate above the server's capacity, or too few requests that waited.
     *
     * @param load as the model's transport sees it, see {@link LoadSettings#over}
     * @param inService how many requests the model serves at once; null: all
     */
    public static Optional<QueueComparison> of(LoadSettings load, Integer inService, Iterable<RequestRow> requests,
            List<ServedRow> served) {
        boolean random = !load.closed() && load.schedule().arrivals().equals("poisson") && !load.keptConnections();
        boolean undisturbed = load.schedule().pause() == null && load.faults().equals(FaultSettings.NONE);
        if (!random || !undisturbed || inService == null || inService != 1) {
            return Optional.empty();
        }
        List<Visit> visits = visits(requests, served);
        double[] services = serviceMs(visits);
        double perMs = load.ratePerS() / 1000;
        double service = Arrays.stream(services).average().orElse(0);
        double busy = perMs * service;
        if (services.length < FEW || busy >= 1) {
            return Optional.empty();
        }
        double expected = perMs * Arrays.stream(services).map(time -> time * time).average().orElseThrow() / (2 * (1 - busy));
        double[] waits = waitsMs(visits);
        boolean enough = (double) waits.length / BATCHES * (1 - busy) * (1 - busy) >= CORRELATION_LENGTHS;
        double mean = Arrays.stream(waits).average().orElseThrow();
        double half = halfInterval(waits, mean);
        return Optional.of(new QueueComparison(100 * busy, service, expected, mean, enough ? mean - half : null,
                enough ? mean + half : null));
    }

    /** In order of service; none where one request failed or its server did not record it. */
    private static List<Visit> visits(Iterable<RequestRow> requests, List<ServedRow> served) {
        List<RequestRow> rows = new ArrayList<>();
        requests.forEach(rows::add);
        List<Visit> visits = new ArrayList<>();
        RequestMatcher.match(rows, served, (row, reply) -> {
            if (row.ok() && reply != null) {
                visits.add(new Visit(row.intendedUs(), reply.serviceStartUs(), reply.replyWrittenUs()));
            }
        });
        visits.sort(Comparator.comparingLong(Visit::startUs));
        return visits.size() == rows.size() ? visits : List.of();
    }

    /** From one start of service to the next, where the second request was waiting: the service times. */
    private static double[] serviceMs(List<Visit> visits) {
        return IntStream.range(1, visits.size()).filter(i -> waited(visits, i))
                .mapToDouble(i -> (visits.get(i).startUs - visits.get(i - 1).startUs) / US_PER_MS).toArray();
    }

    /** From arrival to service, minus what an idle server takes for that. */
    private static double[] waitsMs(List<Visit> visits) {
        double toIdle = IntStream.range(0, visits.size()).filter(i -> i == 0 || !waited(visits, i))
                .mapToLong(i -> visits.get(i).startUs - visits.get(i).arrivedUs).average().orElse(0);
        return visits.stream().mapToDouble(visit -> (visit.startUs - visit.arrivedUs - toIdle) / US_PER_MS).toArray();
    }

    private static boolean waited(List<Visit> visits, int i) {
        return visits.get(i).arrivedUs < visits.get(i - 1).endUs;
    }

    /** Batch means: consecutive waits are correlated, so an interval from single waits would be too narrow. */
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
