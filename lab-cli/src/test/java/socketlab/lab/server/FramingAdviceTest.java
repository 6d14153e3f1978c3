package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static socketlab.core.Text.utf8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;

/** A client that sends no end of a message is noticed once, and what would fit is named. */
class FramingAdviceTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final List<String> log = new CopyOnWriteArrayList<>();

    private Framing framing(String name) {
        return FramingAdvice.on(Framings.named(name, 8192), PATIENCE, log::add);
    }

    private static Decoder feed(Framing framing, byte[] bytes) throws FrameException {
        Decoder decoder = framing.decoder();
        feed(decoder, bytes);
        return decoder;
    }

    private static void feed(Decoder decoder, byte[] bytes) throws FrameException {
        decoder.feed(ByteBuffer.wrap(bytes));
        for (byte[] message = decoder.next(); message != null; message = decoder.next()) {
            assertThat(message).isNotEmpty();
        }
    }

    private String advice() {
        await().until(() -> !log.isEmpty());
        return log.getFirst();
    }

    /** The cookbook's listing 2.2 and realpython's client send text, and wait. */
    @Test
    void textWithoutANewlineNeedsRaw() throws FrameException {
        feed(framing("lines"), utf8("Test message. This will be echoed"));
        assertThat(advice()).isEqualTo("[framing] a client has sent 33 bytes and then, for 0 s, no end of a message;"
                + " as it stands, --framing raw would fit");
    }

    @Test
    void aLengthInTwoPiecesNeedsLength() throws FrameException {
        Decoder decoder = feed(framing("lines"), new byte[] {0, 0, 0, 5});
        feed(decoder, utf8("hello"));
        assertThat(advice()).contains("has sent 9 bytes").endsWith("--framing length would fit");
    }

    @Test
    void aPickleNeedsPickle() throws FrameException {
        feed(framing("lines"), Framings.named("pickle", 100).encode(utf8("NAME: alice")));
        assertThat(advice()).endsWith("--framing pickle would fit");
    }

    @Test
    void aShortTextNeedsAnotherFramingThanLength() throws FrameException {
        feed(framing("length"), utf8("hi\n"));
        assertThat(advice()).endsWith("--framing lines would fit");
    }

    @Test
    void linesToAServerThatWantsALengthNeedLines() {
        assertThatThrownBy(() -> feed(framing("length"), utf8("hello\n"))).isInstanceOf(FrameException.class);
        assertThat(log).containsExactly("[framing] a client has sent 6 bytes that are no message, for a message of 1751477356"
                + " bytes is announced; the limit is 8192; as it stands, --framing lines would fit");
    }

    @Test
    void aFaultyLineIsNoMatterOfFraming() {
        assertThatThrownBy(() -> feed(framing("lines"), utf8("x".repeat(9000)))).isInstanceOf(FrameException.class);
        assertThat(log).isEmpty();
    }

    @Test
    void onlyTheFirstClientIsWrittenAbout() throws FrameException {
        Framing lines = framing("lines");
        feed(lines, utf8("no newline"));
        Decoder second = feed(lines, utf8("none either"));
        assertThat(advice()).contains("raw");
        Decoder third = feed(lines, utf8("nor here"));
        await().during(PATIENCE.multipliedBy(2)).until(() -> log.size() == 1);
        feed(second, utf8("\n"));
        feed(third, utf8("\n"));
    }

    @Test
    void aClientWhoseMessagesEndIsNotWrittenAboutNorOneThatIsSilent() throws FrameException {
        Framing lines = framing("lines");
        Decoder decoder = feed(lines, utf8("one\nhalf a line"));
        feed(feed(lines, utf8("a line")), utf8(" in two pieces\n"));
        feed(lines, new byte[0]);
        assertThat(feed(lines, utf8("the last one")).end()).isEqualTo(utf8("the last one"));
        await().during(PATIENCE.multipliedBy(3)).until(log::isEmpty);
        assertThat(decoder.end()).isEqualTo(utf8("half a line"));
    }

    @Test
    void aFramingThatCannotBeChangedIsNotObserved() {
        Framing own = new Framing() {
            @Override
            public byte[] encode(byte[] message) {
                return message;
            }

            @Override
            public Decoder decoder() {
                return null;
            }
        };
        assertThat(FramingAdvice.on(own, PATIENCE, log::add)).isSameAs(own);
    }

    @Test
    void allElseIsTheFramings() {
        ByteBuffer buffer = ByteBuffer.allocate(6);
        assertThat(framing("lines").encode(utf8("hello"))).isEqualTo(utf8("hello\n"));
        assertThat(framing("lines").encode(utf8("hello"), buffer)).isTrue();
        assertThat(buffer.array()).isEqualTo(utf8("hello\n"));
        assertThat(framing("lines").preservesWrites()).isFalse();
        assertThat(framing("raw").preservesWrites()).isTrue();
    }
}
