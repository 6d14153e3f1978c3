package socketlab.load.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import socketlab.results.Outcome;

class RequestLogTest {

    @Test
    void it_grows_past_its_blocks_and_forgets_nothing() {
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
    void what_was_not_reached_is_minus_one() {
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
    void only_the_first_byte_is_the_first() {
        RequestLog log = new RequestLog();
        int row = log.start(1, 0);
        log.firstByte(row, 7_000);
        log.firstByte(row, 9_000);
        assertThat(log.firstByteUs(row)).isEqualTo(7);
    }

    @Test
    void there_is_no_row_beyond_the_last() {
        RequestLog log = new RequestLog();
        log.start(1, 0);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.outcome(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.outcome(-1));
    }
}
