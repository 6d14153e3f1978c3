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

    /** Empty noise floor: it was not tried. */
    static SelfChecks of(LoadExecution.Fired fired, LoadLevel level, OptionalDouble noiseFloorMs) {
        if (fired.chat().isPresent()) {
            return null;   // a chat has checks of its own
        }
        RequestLog log = fired.log();
        RateReport pace = log.rateReport();
        return new SelfChecks(level.ratePerS() > 0 ? null : littleOffPercent(log, level.clients()),
                noiseFloorMs.isEmpty() ? null : noiseFloorMs.getAsDouble(), new SelfChecks.Sending(level.ratePerS(),
                        pace.sentPerSecond(), pace.notSent(), pace.sentLate(), pace.missed(), pace.inFlightAtEnd()),
                100 * pace.utilization());
    }

    /** The checks of several rounds: the worst of each measure, the sum of each count, the mean rate; null without any. */
    static SelfChecks together(List<SelfChecks> rounds) {
        List<SelfChecks> known = rounds.stream().filter(Objects::nonNull).toList();
        if (known.size() < 2) {
            return known.isEmpty() ? null : known.getFirst();
        }
        List<SelfChecks.Sending> sendings = known.stream().map(SelfChecks::sending).toList();
        return new SelfChecks(most(known, SelfChecks::littleOffPercent), most(known, SelfChecks::noiseFloorMs),
                new SelfChecks.Sending(sendings.getFirst().targetPerS(),
                        sendings.stream().mapToDouble(SelfChecks.Sending::achievedPerS).average().orElse(0),
                        sum(sendings, SelfChecks.Sending::notSent), sum(sendings, SelfChecks.Sending::sentLate),
                        sum(sendings, SelfChecks.Sending::missed), sum(sendings, SelfChecks.Sending::inFlightAtEnd)),
                most(known, SelfChecks::clientCpuPercent));
    }

    private static Double most(List<SelfChecks> rounds, Function<SelfChecks, Double> which) {
        return rounds.stream().map(which).filter(Objects::nonNull).max(Double::compare).orElse(null);
    }

    private static int sum(List<SelfChecks.Sending> rounds, ToIntFunction<SelfChecks.Sending> which) {
        return rounds.stream().mapToInt(which).sum();
    }

    /**
     * Little's law: throughput times mean latency is the number of clients who wait. A client counts from its first
     * request to its last answer, so what is missing is time in which it had its answer and did not ask: time that our
     * own loop took. Null where all of it took no time.
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
