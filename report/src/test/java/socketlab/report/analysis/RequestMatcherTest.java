package socketlab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.results.files.RequestRow.NEVER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.RequestMatcher;

class RequestMatcherTest {
    private static final long S = 1_000_000;

    @Test
    void theKthRequestOnAPortIsItsKthMessage() {
        Map<Integer, Long> clients = pair(
                List.of(request(1, 5001, 0, S), request(2, 5001, S, 2 * S), request(3, 5002, 0, 3 * S)),
                List.of(served(9, 5002, 1, 0, 2 * S), served(7, 5001, 2, 0, S), served(7, 5001, 1, 0, 0)));
        assertThat(clients).isEqualTo(Map.of(1, 0L, 2, S, 3, 2 * S));
    }

    @Test
    void aReusedPortIsMatchedByTime() {
        Map<Integer, Long> starts = pair(
                List.of(request(1, 5001, 10 * S, 11 * S), request(2, 5001, 0, S)),
                List.of(served(8, 5001, 1, 10 * S, 10 * S), served(1, 5001, 1, 0, 0)));
        assertThat(starts).isEqualTo(Map.of(1, 10 * S, 2, 0L));
    }

    @Test
    void aPortThatIsUsedAgainInAnotherRoundBelongsToThatRound() {
        RequestRow second = new RequestRow("m", 2, 1, 1, 5001, 0, 0, 0, 0, S, S, Outcome.OK);
        ServedRow servedSecond = new ServedRow("m", 2, 9, 5001, 1, 0, S / 4, S / 2);
        Map<Integer, Long> clients = new HashMap<>();
        RequestMatcher.match(List.of(second, request(1, 5001, 0, S)), List.of(served(7, 5001, 1, 0, 0), servedSecond),
                (row, reply) -> clients.put(row.round(), reply.clientId()));
        assertThat(clients).as("both rounds begin at zero").isEqualTo(Map.of(1, 7L, 2, 9L));
    }

    @Test
    void aRefusedRequestMatchesNoServedRow() {
        RequestRow refused = new RequestRow("m", 1, 1, 1, 5001, 0, 0, NEVER, NEVER, NEVER, 300, Outcome.REFUSED);
        Map<Integer, Long> starts = pair(List.of(refused, request(2, 5001, 5 * S, 6 * S)),
                List.of(served(1, 5001, 1, 5 * S, 5 * S)));
        assertThat(starts).containsEntry(2, 5 * S).containsEntry(1, null);
    }

    @Test
    void aLostDatagramDoesNotShiftTheMatchesAfterIt() {
        RequestRow lost = new RequestRow("m", 1, 1, 1, 5001, 0, NEVER, NEVER, 10, NEVER, NEVER, Outcome.LOST);
        Map<Integer, Long> starts = pair(List.of(lost, request(2, 5001, 2 * S, 3 * S)),
                List.of(served(1, 5001, 1, 2 * S, 2 * S)));
        assertThat(starts).containsEntry(2, 2 * S).containsEntry(1, null);
    }

    @Test
    void theRowOfAnAbandonedRequestIsSkipped() {
        Map<Integer, Long> starts = pair(List.of(request(2, 5001, 9 * S, 10 * S)),
                List.of(served(1, 5001, 1, 0, S), served(2, 5001, 1, 9 * S, 9 * S)));
        assertThat(starts).isEqualTo(Map.of(2, 9 * S));
    }

    @Test
    void waitingAndServiceAddUpToTheLatency() {
        ModelResult result = ModelSummary.of("m", 1, "tcp", new LoadSettings("sleep", "closed", 1, 1, 1000, new Connections(true,
                false, 0)),
                List.of(), List.of(), List.of());
        RequestSeries series = RequestSeries.of(result, LoadSettings.UNKNOWN, List.of(request(1, 5001, 0, 3 * S)),
                List.of(served(1, 5001, 1, 0, 2 * S)));
        RequestSpan span = series.spans().getFirst();
        assertThat(span.startUs()).isZero();
        assertThat(span.waitingUs()).isEqualTo(2 * S);
        assertThat(span.latencyUs()).isEqualTo(3 * S);
        assertThat(series.meanWaitingMs()).isEqualTo(2000);
    }

    @Test
    void aSampleKeepsTheFirstAndTheLast() {
        assertThat(RequestSeries.sample(5000, 4)).containsExactly(0, 1666, 3332, 4999);
        assertThat(RequestSeries.sample(3, 10)).containsExactly(0, 1, 2);
        assertThat(RequestSeries.sample(0, 10)).isEmpty();
    }

    private static Map<Integer, Long> pair(List<RequestRow> requests, List<ServedRow> served) {
        Map<Integer, Long> starts = new HashMap<>();
        RequestMatcher.match(requests, served,
                (row, reply) -> starts.put(row.request(), reply == null ? null : Long.valueOf(reply.serviceStartUs())));
        return starts;
    }

    private static RequestRow request(int number, int port, long sent, long done) {
        return new RequestRow("m", 1, number, 1, port, sent, sent, sent, sent, done, done, Outcome.OK);
    }

    private static ServedRow served(long client, int port, int message, long accepted, long start) {
        return new ServedRow("m", 1, client, port, message, accepted, start, start + S / 2);
    }
}
