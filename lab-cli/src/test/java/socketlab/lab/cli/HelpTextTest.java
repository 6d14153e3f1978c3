package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;
import socketlab.core.Text;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;
import socketlab.lab.text.HostPort;

/** Durations, counts, addresses and times as people write and read them. */
class HelpTextTest {

    @ParameterizedTest
    @CsvSource({"500ms,500000000", "1s,1000000000", "3m,180000000000", "0,0", "1.5s,1500000000", "250us,250000"})
    void durationsAreParsedAsPeopleWriteThem(String text, long nanos) {
        assertThat(new Durations().convert(text)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "1", "s", "1 s", "1d", "1e3s", "", "99999999h"})
    void aWrongDurationIsRejectedInOneLine(String text) {
        assertThatThrownBy(() -> new Durations().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'").hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,5", "10k,10000", "2m,2000000"})
    void countsAreParsedAsPeopleWriteThem(String text, int count) {
        assertThat(new Counts().convert(text)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "k", "999999999m", "", "five"})
    void aWrongCountIsRejectedInOneLine(String text) {
        assertThatThrownBy(() -> new Counts().convert(text)).isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'").hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:5000,127.0.0.1:5000", "5000,127.0.0.1:5000", "[::1]:5000,0:0:0:0:0:0:0:1:5000"})
    void anAddressWithoutAHostIsOnThisMachine(String text, String address) {
        assertThat(Text.plain(HostPort.of(text))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"::1:5000,[::1]:5000", "[::1]:5000,[::1]:5000", "[fe80::1%eth0]:80,[fe80::1]:80", "localhost:80,localhost:80",
        "5000,127.0.0.1:5000"})
    void theHostFieldHasAnIpv6AddressInBrackets(String text, String field) {
        assertThat(HostPort.forHttp(text)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":5000", "localhost", "localhost:", "0", "65536", "1:2:3", "-1", "5000 "})
    void aWrongAddressIsRejectedInOneLine(String text) {
        assertThatThrownBy(() -> HostPort.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'").hasMessageNotContaining("\n");
    }

    @Test
    void aDurationAsTextIsParsedBackToTheSame() {
        Duration time = Duration.ofMillis(1234);
        assertThat(new Durations().convert(Durations.text(time))).isEqualTo(time);
    }

    @Test
    void timeTakenIsPrintedAsTheCourseClientPrintsIt() {
        assertThat(RequestLines.clock(5_006_292_000L)).isEqualTo("0:00:05.006292");
        assertThat(RequestLines.clock(3_725_000_000_000L)).isEqualTo("1:02:05.000000");
    }
}
