package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.LongColumn;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.Prediction;
import socketlab.results.statistics.RequestMatcher;

/**
 * One model's requests, ready to be drawn: in order of answer, waiting and service told apart where the server told.
 *
 * @param prediction for the same load, empty where none applies
 */
public record RequestSeries(ModelResult result, RequestSpans bars, Optional<Prediction> prediction) {

    /**
     * Everything a run's files say, a track per result in the order of the run. A model that was measured once owns all
     * its rows; of one measured several times, the k-th result owns those of round k.
     */
    public static List<RequestSeries> of(RunFiles results, Run run) throws ResultsException {
        Map<String, List<RequestRow>> requests = new HashMap<>();
        results.readRequests(row -> requests.computeIfAbsent(row.model(), RequestRow::many).add(row));
        Map<String, List<ServedRow>> served = new HashMap<>();
        if (results.hasServed()) {
            results.readServed(row -> served.computeIfAbsent(row.model(), ServedRow::many).add(row));
        }
        Map<String, Integer> measured = new HashMap<>();
        List<RequestSeries> tracks = new ArrayList<>();
        for (ModelResult result : run.models()) {
            int round = measured.merge(result.model(), 1, Integer::sum);
            boolean several = run.models().stream().filter(other -> other.model().equals(result.model())).count() > 1;
            List<RequestRow> all = requests.getOrDefault(result.model(), List.of());
            List<RequestRow> own = several ? ofRound(all, round) : all;
            // served.csv knows no rounds; pairing finds a round's replies by their time.
            tracks.add(of(result, run.load(), own, served.getOrDefault(result.model(), List.of())));
        }
        return tracks;
    }

    private static List<RequestRow> ofRound(List<RequestRow> all, int round) {
        List<RequestRow> own = RequestRow.many(all.isEmpty() ? "" : all.getFirst().model());
        all.stream().filter(row -> row.round() == round).forEach(own::add);
        return own;
    }

    public static RequestSeries of(ModelResult result, LoadSettings load, List<RequestRow> requests, List<ServedRow> served) {
        Map<Integer, Long> roundStart = new HashMap<>();
        requests.forEach(row -> roundStart.merge(row.round(), row.intendedUs(), Math::min));
        LongColumn<RequestSpan> bars = RequestSpan.many();
        RequestMatcher.pair(requests, served, (row, reply) -> bars.add(RequestSpan.of(row, reply, roundStart.get(row.round()))));
        RequestSpans inOrder = RequestSpans.of(bars).sortedBy(
                Comparator.comparingInt(RequestSpan::round).thenComparingLong(RequestSpan::endUs).thenComparingLong(RequestSpan::startUs));
        return new RequestSeries(result, inOrder, result.predicted() == null ? Optional.empty()
                : Prediction.of(load.over(result.transport()), result.inService()));
    }

    public String model() {
        return result.model();
    }

    /** Whether the server told of every answered request when it took it up. */
    public boolean divided() {
        return bars.stream().filter(RequestSpan::ok).allMatch(RequestSpan::divided);
    }

    public RequestSpans answered() {
        return bars.only(RequestSpan::ok);
    }

    public double meanWaitingMs() {
        return answered().stream().filter(RequestSpan::divided).mapToLong(RequestSpan::waitingUs).average().orElse(0) / 1000;
    }

    public double lastMs() {
        return bars.stream().mapToLong(RequestSpan::endUs).max().orElse(0) / 1000.0;
    }

    /** At most {@code most} positions of {@code size}, evenly spread, the first and the last among them. */
    public static int[] sample(int size, int most) {
        int count = Math.min(size, most);
        int[] positions = new int[count];
        for (int i = 0; i < count; i++) {
            positions[i] = count == 1 ? size - 1 : (int) ((long) i * (size - 1) / (count - 1));
        }
        return positions;
    }
}
