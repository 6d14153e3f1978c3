package socketlab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import socketlab.results.Outcome;
import socketlab.results.files.LongColumn;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

class RequestSpansTest {
    private static final int MANY = 10_000;   // more than one block

    @Test
    void rowsKeptAsNumbersAreEqualToTheRows() {
        List<RequestRow> rows = new ArrayList<>();
        List<RequestRow> kept = RequestRow.newList("select");
        Random random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            RequestRow row = new RequestRow("select", i % 3, i, i % 64, 20_000 + i % 64, i, RequestRow.NEVER, i + 2L,
                    random.nextLong(1L << 40), RequestRow.NEVER, i + 9L, Outcome.values()[i % Outcome.values().length]);
            rows.add(row);
            kept.add(row);
        }
        assertThat(kept).isEqualTo(rows);
        ServedRow served = new ServedRow("select", 3, 1L << 40, 20_001, 7, 1, RequestRow.NEVER, 3);
        List<ServedRow> servedKept = ServedRow.newList("select");
        servedKept.add(served);
        assertThat(servedKept).containsExactly(served);
    }

    @Test
    void anotherOrderAndAPartShareTheNumbers() {
        LongColumn<RequestSpan> column = RequestSpan.newList();
        for (int i = 0; i < MANY; i++) {
            column.add(new RequestSpan(1, 1, MANY - i, i, RequestRow.NEVER, MANY + i, i % 2 == 0 ? Outcome.OK : Outcome.LOST));
        }
        RequestSpans bars = RequestSpans.of(column);
        assertThat(bars.only(RequestSpan::ok)).hasSize(MANY / 2).allMatch(RequestSpan::ok);
        assertThat(bars.only(RequestSpan::ok).inOrderOfStart()).isSortedAccordingTo(Comparator.comparingLong(
                RequestSpan::startUs));
        assertThat(bars.sortedBy(Comparator.comparingLong(RequestSpan::endUs))).isEqualTo(bars);
    }
}
