package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.RoundResult;
import socketlab.results.Run;
import socketlab.results.files.LongColumn;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.Prediction;
import socketlab.results.statistics.RequestMatcher;

/**
 * One model's requests in order of answer, with waiting and service separated where the server recorded them.
 *
 * @param prediction for one round of the same load; empty where none applies, or nearly no request was sent
 */
public record RequestSeries(ModelResult result, RequestSpans spans, Optional<Prediction> prediction) {
    private static final int MOST_UNANSWERED = 100;   // requests of the load for each that is in the files

    /**
     * The requests of every result of a run, in the order of the run: the rows of the rounds that the result names. Rows of a
     * model that the run does not name are skipped.
     */
    public static List<RequestSeries> of(RunFiles results, Run run) throws ResultsException {
        Map<String, List<RequestRow>> requests = new HashMap<>();
        Map<String, List<ServedRow>> served = new HashMap<>();
        run.models().forEach(result -> requests.put(result.model(), RequestRow.newList(result.model())));
        run.models().forEach(result -> served.put(result.model(), ServedRow.newList(result.model())));
        results.readRequests(row -> {
            if (requests.containsKey(row.model())) {
                requests.get(row.model()).add(row);
            }
        });
        if (results.hasServed()) {
            results.readServed(row -> {
                if (served.containsKey(row.model())) {
                    served.get(row.model()).add(row);
                }
            });
        }
        List<RequestSeries> series = new ArrayList<>();
        for (ModelResult result : run.models()) {
            Set<Integer> rounds = result.perRound().stream().map(RoundResult::round).collect(Collectors.toSet());
            series.add(of(result, run.load(),
                    only(requests.get(result.model()), RequestRow.newList(result.model()), row -> rounds.contains(row.round())),
                    only(served.get(result.model()), ServedRow.newList(result.model()), row -> rounds.contains(row.round()))));
        }
        return series;
    }

    /** The list itself where it holds nothing else: a copy of a million rows would not fit. */
    private static <T> List<T> only(List<T> rows, List<T> chosen, Predicate<T> which) {
        if (rows.stream().allMatch(which)) {
            return rows;
        }
        rows.stream().filter(which).forEach(chosen::add);
        return chosen;
    }

    /** The requests of one result; the rows must be its own. */
    public static RequestSeries of(ModelResult result, LoadSettings load, List<RequestRow> requests, List<ServedRow> served) {
        LongColumn<RequestSpan> spans = RequestSpan.newList();
        RequestMatcher.match(requests, served, (row, reply) -> spans.add(RequestSpan.of(row, reply)));
        RequestSpans inOrder = RequestSpans.of(spans).sortedBy(
                Comparator.comparingInt(RequestSpan::round).thenComparingLong(RequestSpan::endUs).thenComparingLong(
                        RequestSpan::startUs));
        // Of a load that was hardly begun nothing is simulated: it may be larger than any that was ever measured.
        boolean begun = load.requests() <= MOST_UNANSWERED * (long) inOrder.size();
        return new RequestSeries(result, inOrder, result.predicted() == null || !begun ? Optional.empty()
                : Prediction.of(load.over(result.transport()), result.inService()));
    }

    /** The round that stands for all: one in which requests failed, else the one of median throughput. */
    public RequestSeries typicalRound() {
        if (result.perRound().size() < 2) {
            return this;
        }
        List<RoundResult> byThroughput = result.perRound().stream()
                .sorted(Comparator.comparingDouble(RoundResult::throughputPerS)).toList();
        int round = byThroughput.stream().filter(one -> one.failed() > 0).findFirst()
                .orElse(byThroughput.get(byThroughput.size() / 2)).round();
        return new RequestSeries(result, spans.only(span -> span.round() == round), prediction);
    }

    public String model() {
        return result.model();
    }

    /** Whether the server recorded the start of service of every successful request. */
    public boolean divided() {
        return spans.stream().filter(RequestSpan::ok).allMatch(RequestSpan::divided);
    }

    /** The successful requests. */
    public RequestSpans answered() {
        return spans.only(RequestSpan::ok);
    }

    /** The mean wait before service, in milliseconds; 0 where unknown. */
    public double meanWaitingMs() {
        return answered().stream().filter(RequestSpan::divided).mapToLong(RequestSpan::waitingUs).average().orElse(0) / 1000;
    }

    /** When the last request ended, in milliseconds since the round began. */
    public double lastMs() {
        return spans.stream().mapToLong(RequestSpan::endUs).max().orElse(0) / 1000.0;
    }

    /** At most {@code most} positions of {@code size}, evenly spread, ascending, the first and the last among them. */
    public static int[] sample(int size, int most) {
        int count = Math.min(size, most);
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = count == 1 ? size - 1 : (int) ((long) i * (size - 1) / (count - 1));
        }
        return positions;
    }
}
