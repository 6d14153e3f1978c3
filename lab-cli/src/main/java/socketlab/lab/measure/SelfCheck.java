package socketlab.lab.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import socketlab.lab.plan.LoadLevel;
import socketlab.load.log.RateReport;
import socketlab.load.log.RequestLog;
import socketlab.results.SelfChecks;

/** What the client finds out about itself once a load is over. */
final class SelfCheck {
    private SelfCheck() {}

    /** The checks of one load; its noise floor is empty where it was not measured. */
    static SelfChecks of(RequestLog log, LoadLevel level, OptionalDouble noiseFloorMs) {
        RateReport rate = log.rateReport();
        return new SelfChecks(level.ratePerS() > 0 ? null : littleOffPercent(log, level.clients()),
                noiseFloorMs.isEmpty() ? null : noiseFloorMs.getAsDouble(), new SelfChecks.Sending(level.ratePerS(),
                        rate.sentPerSecond(), rate.notSent(), rate.sentLate(), rate.missed(), rate.inFlightAtEnd()),
                100 * rate.utilization());
    }

    /** The checks of several rounds: the worst of each measure, the sum of each count, the mean rate; null without any. */
    static SelfChecks ofRounds(List<SelfChecks> rounds) {
        List<SelfChecks> known = rounds.stream().filter(Objects::nonNull).toList();
        if (known.size() < 2) {
            return known.isEmpty() ? null : known.getFirst();
        }
        List<SelfChecks.Sending> sendings = known.stream().map(SelfChecks::sending).toList();
        return new SelfChecks(largest(known, SelfChecks::littleOffPercent), largest(known, SelfChecks::noiseFloorMs),
                new SelfChecks.Sending(sendings.getFirst().targetPerS(),
                        sendings.stream().mapToDouble(SelfChecks.Sending::achievedPerS).average().orElse(0),
                        sum(sendings, SelfChecks.Sending::notSent), sum(sendings, SelfChecks.Sending::sentLate),
                        sum(sendings, SelfChecks.Sending::missed), sum(sendings, SelfChecks.Sending::inFlightAtEnd)),
                largest(known, SelfChecks::clientCpuPercent));
    }

    private static Double largest(List<SelfChecks> rounds, Function<SelfChecks, Double> measure) {
        return rounds.stream().map(measure).filter(Objects::nonNull).max(Double::compare).orElse(null);
    }

    private static int sum(List<SelfChecks.Sending> rounds, ToIntFunction<SelfChecks.Sending> count) {
        return rounds.stream().mapToInt(count).sum();
    }

    /**
     * Little's law (1961): throughput times mean latency is the mean number of waiting clients. A client counts from its
     * first request to its last reply, so what is missing is time between a reply and the next request: time that our
     * own loop took. In percent; null where the whole load took no time.
     */
    static Double littleOffPercent(RequestLog log, int clients) {
        long[] first = new long[clients + 1];
        long[] last = new long[clients + 1];
        Arrays.fill(first, Long.MAX_VALUE);
        long waiting = 0;
        for (int row = 0; row < log.size(); row++) {
            int client = log.client(row);
            first[client] = Math.min(first[client], log.intendedUs(row));
            last[client] = Math.max(last[client], log.doneUs(row));
            waiting += log.doneUs(row) - log.intendedUs(row);
        }
        long atWork = 0;
        for (int client = 1; client <= clients; client++) {
            atWork += first[client] == Long.MAX_VALUE ? 0 : last[client] - first[client];
        }
        return atWork == 0 ? null : 100.0 * (atWork - waiting) / atWork;
    }
}
