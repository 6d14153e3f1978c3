package socketlab.services.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.core.FrameException;

/** A pickle that is not a tuple of one text is refused, and no part of its program runs. */
class PickleStringTest {

    private static void isRefused(byte[] pickle) {
        assertThatThrownBy(() -> PickleString.decode(pickle)).isInstanceOf(FrameException.class)
                .hasMessage("that pickle is damaged or not one text; send pickle.dumps((text,))");
    }

    private static void isRefused(String latin1) {
        isRefused(latin1.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "(5,) |               80024b058571002e",
        "(b'a',) |            80049507000000000000004301619485942e",
        "['a'] |              80025d71005801000000617101612e",
        "'a' and no tuple |   80049505000000000000008c0161942e",
        "(None,) |            80024e8571002e",
        "() |                 8002292e",
        "two texts |          8002580100000061710058010000006271018671022e",
        "one text twice |     80049509000000000000008c016194680086942e",
        "a tuple in a tuple | 800258010000006171008571018571022e",
        "({},) |              80027d71008571012e",
        "({'a'},) |           8004950b000000000000008f94288c0161949085942e",
        "(1.5,) |             8002473ff80000000000008571002e",
        "(True,) |            8002888571002e",
        "(len,) |             8002635f5f6275696c74696e5f5f0a6c656e0a71008571012e",
        "os.system by name |  63706f7369780a73797374656d0a70300a285669640a70310a7470320a5270330a2e",
        "os.system on stack | 8004951d000000000000008c05706f736978948c0673797374656d9493948c02696494859452942e",
        "Python 2's str |     28532761270a70300a7470310a2e",
        "'\\ud800' by 0 |     28565c75643830300a70300a7470310a2e",
        "'\\ud800' by 2 |     80025803000000eda08071008571012e",
        "'a\\udc00' by 4 |    8004950a000000000000008c0461edb0809485942e",
        "Latin-1 for UTF-8 |  80025801000000e98571002e"})
    void everyPickleThatIsNotATupleOfOneTextIsRefused(String what, String pickle) {
        isRefused(HexFormat.of().parseHex(pickle));
    }

    @Test
    void noObjectIsConstructed() {
        AtomicBoolean constructed = new AtomicBoolean();
        Unpickler.registerConstructor("lab", "trap", arguments -> constructed.compareAndSet(false, true));
        isRefused("clab\ntrap\n(VA\ntR.");
        isRefused("(VA\nilab\ntrap\n.");
        isRefused("(clab\ntrap\nVA\no.");
        isRefused("\u0080\4\u008c\3lab\u008c\4trap\u0093)\u0081.");
        assertThat(constructed).isFalse();
    }

    @Test
    void aTruncatedPickleIsRefused() {
        for (String whole : new String[] {"(Vtext\np0\ntp1\n.", "\u0080\2X\4\0\0\0textq\0\u0085q\1.",
            "\u0080\4\u0095\n\0\0\0\0\0\0\0\u008c\4text\u0094\u0085\u0094."}) {
            for (int end = 0; end < whole.length(); end++) {
                isRefused(whole.substring(0, end));
            }
            isRefused(whole + ".");
        }
    }

    @Test
    void aTextThatAnnouncesAHugeLengthAllocatesNothing() {
        isRefused("\u0080\2X\377\377\377\177text\u0085.");
        isRefused("\u0080\2X\377\377\377\377text\u0085.");
        isRefused("\u0080\4\u008d\377\377\377\177\0\0\0\0text\u0085.");
        isRefused("\u0080\4\u008c\377text\u0085.");
    }

    /** The decoder stops at the opcode limit, so a million opcodes take no longer than seventeen. */
    @Test
    void picklesWithManyOpcodesAreRefused() {
        int million = 1_000_000;
        isRefused("Va\n" + "\u0085".repeat(million) + ".");
        isRefused("(".repeat(million) + "Va\n" + "t".repeat(million) + ".");
        isRefused("Va\n" + "\u0094".repeat(million) + "\u0085.");
        isRefused("Va\nq\0" + "h\0\u0086q\0".repeat(million) + ".");
        isRefused("Va\n" + "2".repeat(million) + ".");
    }

    @Test
    void malformedEscapesAndNumbersAreRefused() {
        for (String text : new String[] {"\\", "\\u", "\\u12", "\\uzzzz", "\\U0011ffff", "\\Uffffffff", "\\q"}) {
            isRefused("(V" + text + "\ntp0\n.");
        }
        isRefused("(Va\npx\nt.");
        isRefused("(Va\np99999999999\nt.");
        isRefused("\u0080\6(Va\nt.");
        isRefused("t.");
        isRefused(".");
        isRefused("(.");
    }

    @Test
    void everyOtherFirstOpcodeIsRefused() {
        for (int opcode = 0; opcode < 256; opcode++) {
            byte[] pickle = "?\1\0\0\0\0\0\0\0a\n\n\u0085.".getBytes(ISO_8859_1);
            pickle[0] = (byte) opcode;
            if (opcode != 'V') {
                isRefused(pickle);
                isRefused(Arrays.copyOf(pickle, 1));
            }
        }
    }
}
