package socketlab.services.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static socketlab.core.Text.utf8;

import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.Decoder;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.core.framing.LineFraming;
import socketlab.core.framing.RawFraming;

/** Framings are found by the name that a user types. */
class FramingsTest {

    @Test
    void aFramingIsFoundByName() {
        assertThat(Framings.named("lines", 100)).isEqualTo(new LineFraming(100));
        assertThat(Framings.named("raw", 100)).isEqualTo(new RawFraming());
        assertThat(Framings.named("pickle", 100)).isEqualTo(new PickleFraming(100));
    }

    @Test
    void theFramingThatFitsIsTheOneWhoseMessagesTheBytesAre() {
        assertThat(Framings.fitting(utf8("one\ntwo\r\n"), 100)).contains("lines");
        assertThat(Framings.fitting(utf8("Arthur, calling"), 100)).contains("raw");
        for (String name : List.of("length", "pickle")) {
            Framing framing = Framings.named(name, 100);
            assertThat(Framings.fitting(framing.encode(utf8("hello")), 100)).contains(name);
        }
        assertThat(Framings.fitting(new byte[] {0, 0, 0, 5, 'h'}, 100)).as("half a message").contains("raw");
        assertThat(Framings.fitting(new byte[] {(byte) 0x80, (byte) 0xE9}, 100)).isEmpty();
        assertThat(Framings.fitting(new byte[0], 100)).isEmpty();
    }

    @Test
    void onlyAFramingWithANameCanBeExchanged() {
        assertThat(Framings.hasName(new LineFraming(100).withTelnet())).isTrue();
        assertThat(Framings.hasName(new PickleFraming(100))).isTrue();
        assertThat(Framings.hasName(new Framing() {
            @Override
            public byte[] encode(byte[] message) {
                return message;
            }

            @Override
            public Decoder decoder() {
                return new LineFraming(1).decoder();
            }
        })).isFalse();
    }

    @Test
    void anUnknownNameIsRefusedWithOneLineThatListsTheFramings() {
        assertThatThrownBy(() -> Framings.named("morse", 100)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown framing 'morse'; there are: ")
                .hasMessageContainingAll("lines", "length", "raw", "pickle");
    }
}
