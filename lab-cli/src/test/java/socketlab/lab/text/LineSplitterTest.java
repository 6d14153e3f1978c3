package socketlab.lab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(StandardCharsets.UTF_8, lines::add);

    private void write(String text) throws IOException {
        splitter.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineEndsWithLfCrOrCrlfAlsoInTwoWrites() throws IOException {
        write("one\ntwo\r\nthree\rfour\r");
        write("\n\nfi");
        write("ve");
        assertThat(lines).containsExactly("one", "two", "three", "four", "");
        splitter.close();
        splitter.close();
        assertThat(lines).last().isEqualTo("five");
        assertThat(lines).hasSize(6);
    }

    @Test
    void aCharacterMayComeInTwoWrites() throws IOException {
        byte[] text = "ä€\n".getBytes(StandardCharsets.UTF_8);
        for (byte one : text) {
            splitter.write(one);
        }
        assertThat(lines).containsExactly("ä€");
    }

    @Test
    void aLineWithoutAnEndIsHandedOnInPieces() throws IOException {
        write("x".repeat(1 << 20));
        assertThat(lines).hasSize(16).allSatisfy(piece -> assertThat(piece).hasSize(64 << 10));
    }
}
