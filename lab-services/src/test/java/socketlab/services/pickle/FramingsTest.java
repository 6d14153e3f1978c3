package socketlab.services.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
    void anUnknownNameIsRefusedWithOneLineThatListsTheFramings() {
        assertThatThrownBy(() -> Framings.named("morse", 100)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown framing 'morse'; there are: ")
                .hasMessageContainingAll("lines", "length", "raw", "pickle");
    }
}
