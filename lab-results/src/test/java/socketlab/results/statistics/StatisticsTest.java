package socketlab.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.RoundResult;
import socketlab.results.Verdict;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.ServedRow;

class StatisticsTest {
    private static final LoadSettings LOAD = new LoadSettings("sleep", "closed", 5, 5, 1000, new Connections(true, false, 0));

    @Test
    void percentilesAreValuesThatWereMeasured() {
        LatencyMs latency = Statistics.latency(new long[] {50_000, 15_000, 40_000, 20_000, 35_000});
        assertThat(latency).isEqualTo(new LatencyMs(15, 32, 35, 50, 50, 50));
    }

    @Test
    void percentilesAreNotInterpolated() {
        LatencyMs latency = Statistics.latency(new long[] {1_000, 2_000, 3_000, 1_000_000});
        assertThat(latency.p50()).isEqualTo(2);
        assertThat(latency.p90()).isEqualTo(1000);
    }

    @Test
    void p99OfAHundredValuesIsTheNinetyNinth() {
        LatencyMs latency = Statistics.latency(LongStream.rangeClosed(1, 100).map(ms -> ms * 1000).toArray());
        assertThat(latency).isEqualTo(new LatencyMs(1, 50.5, 50, 90, 99, 100));
    }

    @Test
    void everyPercentileHasItsShareAtOrBelow() {
        Random random = new Random(7);
        for (int size = 1; size < 300; size++) {
            long[] sorted = random.longs(size, 0, 1000).sorted().toArray();
            for (int percent = 1; percent <= 100; percent++) {
                long value = Statistics.nearestRank(sorted, percent);
                long atOrBelow = LongStream.of(sorted).filter(other -> other <= value).count();
                long below = LongStream.of(sorted).filter(other -> other < value).count();
                assertThat(atOrBelow * 100).isGreaterThanOrEqualTo((long) percent * size);
                assertThat(below * 100).isLessThan((long) percent * size);
            }
        }
    }

    @Test
    void noAnswerIsNotALatencyOfZero() {
        assertThat(Statistics.latency(new long[0])).isNull();
    }

    @Test
    void failuresAreCountedByKindAndStayOutOfLatency() {
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, List.of(
                row(1, 0, 1_000_000, Outcome.OK), row(2, 0, 2_000_000, Outcome.OK), row(3, 0, 30, Outcome.REFUSED),
                row(4, 0, RequestRow.NEVER, Outcome.LOST), row(5, 0, 9_000_000, Outcome.TIMEOUT)),
                List.of(), List.of());
        assertThat(result.succeeded()).isEqualTo(2);
        assertThat(result.failed()).isEqualTo(3);
        assertThat(result.lost()).isEqualTo(1);
        assertThat(result.errors()).isEqualTo(Map.of("refused", 1, "lost", 1, "timeout", 1));
        assertThat(result.latencyMs().max()).isEqualTo(2000);
        assertThat(result.elapsedMs()).isEqualTo(9000);
        assertThat(result.throughputPerS()).isEqualTo(2 / 9.0);
    }

    /** Four clients that ask once: the last one counts. Two that ask twice: one slow request of four proves nothing. */
    @Test
    void aBurstIsJudgedByItsMaximumAndAStreamByItsMedian() {
        List<RequestRow> rows = List.of(row(1, 0, 1_000_000, Outcome.OK), row(2, 0, 1_001_000, Outcome.OK),
                row(3, 0, 1_002_000, Outcome.OK), row(4, 0, 1_500_000, Outcome.OK));
        ModelResult burst = ModelSummary.of("threaded", null, "tcp", load(4, 4), rows, List.of(), List.of());
        assertThat(burst.offPercent()).isEqualTo(50);
        assertThat(burst.verdict()).isEqualTo(Verdict.OFF);
        ModelResult stream = ModelSummary.of("threaded", null, "tcp", load(2, 4), rows, List.of(), List.of());
        assertThat(stream.offPercent()).isCloseTo(0.1, within(1e-9));
        assertThat(stream.verdict()).isEqualTo(Verdict.AS_PREDICTED);
    }

    private static LoadSettings load(int clients, int requests) {
        return new LoadSettings("sleep", "closed", clients, requests, 1000, new Connections(true, false, 0));
    }

    @Test
    void cpuTimeIsTheLastReadingMinusTheFirst() {
        List<ResourceRow> resources = IntStream.range(0, 10)
                .mapToObj(i -> new ResourceRow("single", 1, i * 100L, 20 + i, 1000L * i, 500 + i)).toList();
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, List.of(), List.of(), resources);
        assertThat(result.cpuMs()).isEqualTo(9);
        assertThat(result.threadsPeak()).isEqualTo(29);
        assertThat(result.rssPeakBytes()).isEqualTo(9000);
    }

    @Test
    void aCpuCounterIsSubtractedPerRound() {
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, List.of(), List.of(), List.of(
                new ResourceRow("single", 1, 0, 1, 1, 100), new ResourceRow("single", 1, 9, 1, 1, 130),
                new ResourceRow("single", 2, 20, 1, 1, 90), new ResourceRow("single", 2, 30, 1, 1, 95)));
        assertThat(result.cpuMs()).isEqualTo(35);
    }

    @Test
    void theTimeBetweenRoundsIsNotElapsed() {
        RequestRow first = row(1, 0, 1_000_000, Outcome.OK);
        RequestRow second = new RequestRow("single", 2, 1, 1, 1, 60_000_000, 0, 0, 0, 0, 61_000_000, Outcome.OK);
        assertThat(OutcomeCounter.of(List.of(first, second)).elapsedMs()).isEqualTo(2000);
    }

    @Test
    void everyRoundHasItsOwnFiguresInTheOrderOfMeasuring() {
        List<RequestRow> rows = List.of(
                new RequestRow("single", 2, 1, 1, 1, 1000, 0, 0, 0, 0, 3000, Outcome.OK),
                new RequestRow("single", 1, 1, 1, 1, 60_000_000, 0, 0, 0, 0, 61_000_000, Outcome.OK),
                new RequestRow("single", 1, 2, 1, 1, 61_000_000, 0, 0, 0, 0, 64_000_000, Outcome.OK),
                new RequestRow("single", 1, 3, 1, 1, 64_000_000, 0, 0, 0, 0, 65_000_000, Outcome.TIMEOUT));
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, rows, List.of(), List.of(
                new ResourceRow("single", 1, 0, 1, 1, 100), new ResourceRow("single", 1, 9, 1, 1, 130)));
        assertThat(result.rounds()).isEqualTo(2);
        assertThat(result.perRound()).containsExactly(
                new RoundResult(2, 1, 1, 0, new RoundResult.Latency(2.0, 2.0, 2.0), 500, null),
                new RoundResult(1, 60_000, 3, 1, new RoundResult.Latency(1000.0, 3000.0, 3000.0), 0.4,
                        new ModelResult.Resources(1, 1, 30)));
        assertThat(result.latencyMs().max()).isEqualTo(3000);
    }

    @Test
    void aRoundWithoutAnAnswerHasNoLatency() {
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, List.of(row(1, 0, 30, Outcome.REFUSED)), List.of(),
                List.of());
        assertThat(result.perRound().getFirst().latency()).isEqualTo(new RoundResult.Latency(null, null, null));
    }

    @Test
    void meanServiceTimeIsInMilliseconds() {
        ModelResult result = ModelSummary.of("single", 1, "tcp", LOAD, List.of(), List.of(
                new ServedRow("single", 1, 1, 1, 1, 0, 100, 1_000_100), new ServedRow("single", 1, 2, 2, 1, 0, 0, 3_000_000)),
                List.of());
        assertThat(result.times().serviceMs().mean()).isEqualTo(2000);
    }

    @Test
    void anOpenLoopShowsCorrectedAndUncorrectedSideBySide() {
        RequestRow late = new RequestRow("single", 1, 1, 1, 1, 0, 0, 0, 900_000, 0, 1_000_000, Outcome.OK);
        LoadSettings open = new LoadSettings("echo", "open", 5, 1, 0, new Connections(true, true, 0));
        ModelResult result = ModelSummary.of("single", 1, "tcp", open, List.of(late), List.of(), List.of());
        assertThat(result.latencyMs().max()).isEqualTo(1000);
        assertThat(result.uncorrectedMs().max()).isEqualTo(100);
    }

    private static RequestRow row(int request, long intended, long done, Outcome outcome) {
        return new RequestRow("single", 1, request, request, request, intended, intended, intended, intended, done,
                done, outcome);
    }
}
