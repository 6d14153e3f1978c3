package socketlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final int MANY = 10_000;   // more than one block

    @Test
    void whatIsKeptAsNumbersComesBackAsItWas() {
        List<RequestRow> rows = new ArrayList<>();
        List<RequestRow> kept = RequestRow.many("select");
        Random random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            RequestRow row = new RequestRow("select", i % 3, i, i % 64, 20_000 + i % 64, i, RequestRow.NEVER, i + 2L,
                    random.nextLong(1L << 40), RequestRow.NEVER, i + 9L, Outcome.values()[i % Outcome.values().length]);
            rows.add(row);
            kept.add(row);
        }
        assertThat(kept).isEqualTo(rows);
        ServedRow served = new ServedRow("select", 1L << 40, 20_001, 7, 1, RequestRow.NEVER, 3);
        List<ServedRow> servedKept = ServedRow.many("select");
        servedKept.add(served);
        assertThat(servedKept).containsExactly(served);
    }

    @Test
    void anotherOrderAndSomeOfThemShareTheNumbers() {
        Column<Bar> column = Bar.many();
        for (int i = 0; i < MANY; i++) {
            column.add(new Bar(1, MANY - i, i, RequestRow.NEVER, MANY + i, i % 2 == 0 ? Outcome.OK : Outcome.LOST));
        }
        Bars bars = Bars.of(column);
        assertThat(bars.only(Bar::ok)).hasSize(MANY / 2).allMatch(Bar::ok);
        assertThat(bars.only(Bar::ok).inOrderOfStart()).isSortedAccordingTo(Comparator.comparingLong(Bar::startUs));
        assertThat(bars.sortedBy(Comparator.comparingLong(Bar::endUs))).isEqualTo(bars);
    }
}
