package socketlab.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.FrameException;

/** The lines of a head, however the network cuts its bytes. */
class HttpLineReaderTest {
    private static List<String> lines(HttpLineReader reader, String bytes, int step) throws FrameException {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length(); at += step) {
            String piece = bytes.substring(at, Math.min(bytes.length(), at + step));
            ByteBuffer buffer = ByteBuffer.wrap(piece.getBytes(StandardCharsets.ISO_8859_1));
            while (buffer.hasRemaining()) {
                if (reader.read(buffer)) {
                    assertThat(reader.isEmpty()).isEqualTo(reader.text().isEmpty());
                    lines.add(reader.text());
                }
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1000})
    void linesAreTheSameHoweverTheBytesAreCut(int step) throws FrameException {
        String longLine = "X: " + "x".repeat(300);
        assertThat(lines(new HttpLineReader(1000, 1000), "GET / HTTP/1.1\r\n" + longLine + "\n\rA\r\r\n\u00e9\r\n\r\n\nrest",
                step))
                .containsExactly("GET / HTTP/1.1", longLine, "\rA\r", "\u00e9", "", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void aLineMayBeExactlyAsLongAsAllowed(int step) throws FrameException {
        assertThat(lines(new HttpLineReader(200, 1000), "x".repeat(200) + "\n", step)).containsExactly("x".repeat(200));
        assertThatThrownBy(() -> lines(new HttpLineReader(200, 1000), "x".repeat(201), step))
                .isInstanceOf(FrameException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void aHeadMayBeExactlyAsLongAsAllowedAndTheNextOneToo(int step) throws FrameException {
        HttpLineReader reader = new HttpLineReader(10, 10);
        assertThat(lines(reader, "a\r\nbcd\r\n\r\n", step)).containsExactly("a", "bcd", "");
        reader.startHead();
        assertThat(lines(reader, "a\r\nbcd\r\n\r\n", step)).containsExactly("a", "bcd", "");
        assertThatThrownBy(() -> lines(reader, "e", step)).isInstanceOf(FrameException.class);
    }

    @Test
    void bytesAfterTheLineAreLeftInTheBuffer() throws FrameException {
        ByteBuffer bytes = ByteBuffer.wrap("one\ntwo".getBytes(StandardCharsets.ISO_8859_1));
        HttpLineReader reader = new HttpLineReader(10, 10);
        assertThat(reader.read(bytes)).isTrue();
        assertThat(bytes.remaining()).isEqualTo(3);
        assertThat(reader.read(bytes)).as("an unfinished line").isFalse();
        assertThat(bytes.hasRemaining()).isFalse();
    }
}
