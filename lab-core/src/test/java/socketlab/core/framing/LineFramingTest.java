package socketlab.core.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;
import static socketlab.core.framing.SplitInput.decoded;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** The framing by lines: every split point, LF and CRLF, the length limit. */
class LineFramingTest {
    private static final LineFraming LINES = new LineFraming(8192);

    @Test
    void messagesAreTheSameAtEverySplitPoint() throws FrameException {
        Random random = SplitInput.seeded("lines at every split point");
        for (int round = 0; round < 200; round++) {
            List<String> messages = Stream.generate(() -> SplitInput.message(random)).limit(6).toList();
            byte[] bytes = encoded(messages, random);
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertThat(decoded(LINES, bytes, cut)).as("cut at %d", cut).isEqualTo(messages);
            }
            int[] cuts = random.ints(5, 0, bytes.length + 1).toArray();
            assertThat(decoded(LINES, bytes, cuts)).as("cut at %s", cuts).isEqualTo(messages);
        }
    }

    /** Lines with LF, as the server writes them, and with CRLF, as a telnet client does. */
    private static byte[] encoded(List<String> messages, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String message : messages) {
            bytes.writeBytes(random.nextBoolean() ? LINES.encode(utf8(message)) : utf8(message + "\r\n"));
        }
        return bytes.toByteArray();
    }

    @Test
    void aCarriageReturnIsDroppedOnlyBeforeANewline() throws FrameException {
        assertThat(decoded(LINES, "a\rb\r\n\r\n\r\r\n")).containsExactly("a\rb", "", "\r");
    }

    @Test
    void emptyLinesAreMessages() throws FrameException {
        assertThat(decoded(LINES, "\n\n\n")).containsExactly("", "", "");
    }

    @Test
    void theUnterminatedLastLineIsAMessageUnlessItIsEmpty() throws FrameException {
        assertThat(decoded(LINES, "one\ntwo")).containsExactly("one", "two");
        assertThat(decoded(LINES, "one\n")).containsExactly("one");
        assertThat(decoded(LINES, "")).isEmpty();
    }

    @Test
    void aLineMayBeExactlyAsLongAsTheLimit() throws FrameException {
        LineFraming five = new LineFraming(5);
        for (int cut = 0; cut <= 7; cut++) {
            assertThat(decoded(five, "12345\n", Math.min(cut, 6))).containsExactly("12345");
            assertThat(decoded(five, "12345\r\n", cut)).containsExactly("12345");
            assertThat(decoded(five, "12345", Math.min(cut, 5))).containsExactly("12345");
        }
    }

    @Test
    void aLineOneByteAboveTheLimitIsRefusedAtEverySplitPoint() {
        LineFraming five = new LineFraming(5);
        for (String line : List.of("123456\n", "123456\r\n", "123456", "\u20ac\u20ac\n", "1234567890")) {
            for (int cut = 0; cut <= utf8(line).length; cut++) {
                int at = cut;
                assertThatThrownBy(() -> decoded(five, line, at)).as("%s cut at %d", line, cut)
                        .isInstanceOf(FrameException.class).hasMessage("that line is longer than 5 bytes");
            }
        }
    }

    @Test
    void aLineWithoutAnEndIsRefusedAtTheLimit() {
        Decoder decoder = new LineFraming(5).decoder();
        decoder.feed(ByteBuffer.wrap(utf8("1234567")));
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class);
    }

    @Test
    void malformedUtf8IsRefusedAndTheLinesBeforeItAreNot() throws FrameException {
        Decoder decoder = LINES.decoder();
        decoder.feed(ByteBuffer.wrap(new byte[] {'o', 'k', '\n', (byte) 0xC3, '\n'}));
        assertThat(text(decoder.next())).isEqualTo("ok");
        assertThatThrownBy(decoder::next).isInstanceOf(FrameException.class).hasMessageContaining("not UTF-8");
    }

    /** What PuTTY sends when it connects, telnet at Ctrl-C, and a terminal that is 10 wide, which contains IAC IAC. */
    @Test
    void forTelnetClientsCommandsAreSkippedAndAllElseStays() throws FrameException {
        LineFraming telnet = LINES.withTelnet();
        byte[] bytes = bytes(255, 251, 31, 255, 251, 32, 'o', 'n', 'e', '\r', '\n',
                255, 244, 255, 253, 6, 't', 'w', 'o', '\n', 'a', 255, 250, 31, 0, 255, 255, 240, 24, 255, 240, 'b', '\n');
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(decoded(telnet, bytes, cut)).as("cut at %d", cut).containsExactly("one", "two", "ab");
        }
        assertThat(decoded(telnet, "gr\u00fc\u00dfe\n")).containsExactly("gr\u00fc\u00dfe");
        assertThatThrownBy(() -> decoded(LINES, bytes)).isInstanceOf(FrameException.class);
    }

    /** As in Latin-1, where 255 is a letter; and half a command. */
    @Test
    void aByte255ThatBeginsNoCommandIsNotUtf8ForTelnetClientsEither() {
        for (byte[] line : List.of(bytes(255, 'a', '\n'), bytes(255, 255, '\n'), bytes(255, '\n'), bytes(255, 251, '\n'),
                bytes(255, 250, 'a', '\n'), bytes(228, '\n'))) {
            assertThatThrownBy(() -> decoded(LINES.withTelnet(), line)).as("%s", line)
                    .isInstanceOf(FrameException.class).hasMessageContaining("not UTF-8");
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A search from the start for every byte would make half a million million comparisons, which takes minutes. */
    @Test
    void aLineThatArrivesByteByByteIsSearchedOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            int length = 1 << 20;
            Decoder decoder = new LineFraming(length).decoder();
            for (int i = 0; i < length; i++) {
                decoder.feed(ByteBuffer.wrap(new byte[] {'x'}));
                assertThat(decoder.next() == null).isTrue();
            }
            decoder.feed(ByteBuffer.wrap(new byte[] {'\n'}));
            assertThat(decoder.next()).hasSize(length);
        });
    }
}
