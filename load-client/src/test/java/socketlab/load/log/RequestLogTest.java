package socketlab.load.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import socketlab.results.Outcome;

/** Every row and every time of a log. */
class RequestLogTest {

    @Test
    void theLogKeepsEveryRowAsItGrowsPastItsBlocks() {
        RequestLog log = new RequestLog();
        for (int i = 0; i < 100_000; i++) {
            int row = log.start(i % 7 + 1, i * 10_000L);
            log.clientPort(row, i % 60_000);
            log.end(row, i * 10_000L + 5_999, i % 2 == 0 ? Outcome.OK : Outcome.LOST);
        }
        assertThat(log.size()).isEqualTo(100_000);
        assertThat(log.count(Outcome.OK)).isEqualTo(50_000);
        assertThat(log.count(Outcome.TIMEOUT)).isZero();
        for (int row = 0; row < log.size(); row += 977) {
            assertThat(log.request(row)).isEqualTo(row + 1);
            assertThat(log.client(row)).isEqualTo(row % 7 + 1);
            assertThat(log.clientPort(row)).isEqualTo(row % 60_000);
            assertThat(log.intendedUs(row)).isEqualTo(row * 10L);
            assertThat(log.doneUs(row)).isEqualTo(row * 10L + 5);
            assertThat(log.outcome(row)).isEqualTo(row % 2 == 0 ? Outcome.OK : Outcome.LOST);
        }
    }

    @Test
    void aPhaseThatWasNotReachedIsMinusOne() {
        RequestLog log = new RequestLog();
        int row = log.start(1, 1_000);
        assertThat(log.connectUs(row)).isEqualTo(-1);
        assertThat(log.connectedUs(row)).isEqualTo(-1);
        assertThat(log.sentUs(row)).isEqualTo(-1);
        assertThat(log.firstByteUs(row)).isEqualTo(-1);
        assertThat(log.doneUs(row)).isEqualTo(-1);
        assertThat(log.clientPort(row)).isEqualTo(-1);
        assertThat(log.outcome(row)).isNull();
    }

    @Test
    void onlyTheFirstByteOfAReplyIsRecorded() {
        RequestLog log = new RequestLog();
        int row = log.start(1, 0);
        log.firstByte(row, 7_000);
        log.firstByte(row, 9_000);
        assertThat(log.firstByteUs(row)).isEqualTo(7);
    }

    @Test
    void aRowOutOfRangeIsAnError() {
        RequestLog log = new RequestLog();
        log.start(1, 0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.outcome(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.outcome(-1));
    }
}
