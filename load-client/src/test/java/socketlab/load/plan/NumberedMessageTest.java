package socketlab.load.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.framing.LineFraming;

class NumberedMessageTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1, c1-r1", "1, 9, 7, c1-r9xx", "12, 345, 12, c12-r345xxxx", "1000, 10, 1, c1000-r10",
        "1, 2147483647, 1, c1-r2147483647"})
    void anEchoMessageCarriesItsClientAndItsRequestAndIsFilledUp(int client, int request, int bytes, String text) {
        byte[] message = RequestProtocol.echo(new LineFraming(100), bytes).messages().message(client, request);

        assertThat(new String(message, US_ASCII)).isEqualTo(text);
    }
}
