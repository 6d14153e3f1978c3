package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that can be seen and told apart, in every script; and those that cannot. */
class UserNameTest {
    private static final String ZWNJ = "\u200C";
    private static final String ZWJ = "\u200D";
    private static final String PERSIAN = "\u0639\u0644\u06CC" + ZWNJ + "\u0631\u0636\u0627";   // Ali-Reza
    private static final String HINDI = "\u0932\u0915\u094D" + ZWJ + "\u0937\u094D\u092E\u0940";    // Lakshmi

    private static boolean isName(String text) {
        return UserName.parse(text).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Bob_2", "j.r-r", "7", "\u00dcbung", "Zo\u0308e", "\u041e\u043b\u044c\u0433\u0430",
        "\u039d\u03af\u03ba\u03bf\u03c2", "\u05d3\u05d5\u05d3", PERSIAN, HINDI, "\u0936\u094D\u0930\u0940\u0967",
        "\u0DC1\u0DCA" + ZWJ + "\u0DBB\u0DD3", "\u7530\u4e2d\u3055\u3093", "\u30b8\u30e7\u30fc", "\u7530\u4e2dTaro",
        "\u91d1\uc9c0\uc6d0", "\u738b\u3105", "\u0e2a\u0e21\u0e0a\u0e32\u0e22", "12345678901234567890123456789012"})
    void aNameIsWrittenInAnyOneScript(String name) {
        assertThat(UserName.parse(name)).hasValueSatisfying(parsed -> assertThat(parsed.key()).isNotEmpty());
    }

    /** Hangul fillers, grapheme joiner, soft hyphen, vowels and separators without a shape, variation selectors, tags. */
    @ParameterizedTest
    @ValueSource(ints = {0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D,
        0x200E, 0x202E, 0x2060, 0x2064, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1BCA0, 0x1D173,
        0xE0001, 0xE0061, 0xE0100, 0xE01EF, 0x2800, 0x20, 0xA0, 0x3000})
    void noCharacterWithoutAShapeIsPartOfAName(int character) {
        String invisible = Character.toString(character);
        assertThat(isName(invisible)).isFalse();
        assertThat(isName("alice" + invisible)).isFalse();
        assertThat(isName("al" + invisible + "ice")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O'Brien", "Mary Ann", "a@b", "a:b", "a/b", "\u0301", "\u0301a", "a\nb", "\u00b2@", "\u2460 ",
        "123456789012345678901234567890123"})
    void aNameHasNothingButLettersDigitsMarksAndThreeSigns(String name) {
        assertThat(isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p\u0430ypal", "\u0410lice", "\u03b1lice", "\u7530\u0430", "\u3042\uac00", "\u3105\u3042",
        "\u0627\u05d0", "a\u0967"})
    void scriptsThatNobodyWritesTogetherAreNotMixed(String name) {
        assertThat(isName(name)).isFalse();
    }

    @Test
    void aJoinerStandsOnlyBetweenTwoLettersOfScriptsThatUseIt() {
        for (String joiner : new String[] {ZWNJ, ZWJ}) {
            assertThat(isName("\u0639\u0644\u06CC" + joiner)).isFalse();
            assertThat(isName(joiner + "\u0639")).isFalse();
            assertThat(isName("\u0639" + joiner + joiner + "\u0631")).isFalse();
            assertThat(isName("\u0639" + joiner + "1")).isFalse();
            assertThat(isName("\u0639." + joiner + "\u0639")).isFalse();
            assertThat(isName("al" + joiner + "ice")).isFalse();
            assertThat(isName("\u7530" + joiner + "\u4e2d")).isFalse();
            assertThat(isName("\u0639" + joiner + "\u0631")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"alice, ALICE", "Stra\u00dfe, STRASSE", "\u1E9E, ss", "\u03c3\u03b1\u03c2, \u03a3\u0391\u03a3",
        "\uFF21lice, alice",
        "Zo\u0308e, Z\u00f6e", "\u212Aelvin, kelvin", "\uFB01n, fin", "\u00b2, 2",
        "\u03A3\u0391\u03A3, \u03C3\u03B1\u03C3", "\u03A3\u0391\u03A3, \u03C3\u03B1\u03C2",
        "\u0391\u03A3.\u0391, \u03B1\u03C2.\u03B1", "\u00DF, \u1E9E", "\u017Fs, SS",
        "\u0399\u0308\u0301, \u0390", "\u1FB3, \u0391\u0399", "\u13A0, \uAB70", "\u1C90, \u10D0",
        "i, I", "\u0131, I", "\u0130, i", "i\u0307, \u0130", "\u0130\u0131, \u0131\u0130"})
    void spellingsOfOneNameAreTheSameName(String one, String other) {
        assertThat(UserName.parse(one).orElseThrow().sameAs(UserName.parse(other).orElseThrow())).isTrue();
    }

    @Test
    void aJoinerThatAFontMayNotShowMakesNoSecondName() {
        assertThat(new UserName(PERSIAN).sameAs(new UserName(PERSIAN.replace(ZWNJ, "")))).isTrue();
        assertThat(new UserName(PERSIAN)).hasToString(PERSIAN);
    }

    /** A heap of accents covers the lines above and below it. */
    @Test
    void atMostFourMarksStandOnOneLetter() {
        assertThat(isName("a" + "\u0336".repeat(4) + "b")).isTrue();
        assertThat(isName("a" + "\u0336".repeat(5) + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "SERVER", "\uFF53erver", "s.e.r.v.e.r", "-server-", "server1", "\u24E2erver",
        "s\u0301erver",
        "system", "Admin", "ADM\u0130N", "adm\u0131n", "root", "console", "administrator", "operator", "moderator"})
    void whatCouldBeTakenForTheServersVoiceIsReserved(String name) {
        assertThat(UserName.parse(name).map(UserName::isReserved)).isNotEqualTo(Optional.of(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"observer", "serverin", "Rooter", "12345", "alice"})
    void aNameThatOnlyContainsSuchAWordIsNot(String name) {
        assertThat(UserName.parse(name)).hasValueSatisfying(parsed -> assertThat(parsed.isReserved()).isFalse());
    }

    @Test
    void theNameOfNobodyIsNoName() {
        assertThat(new UserName("alice").sameAs(null)).isFalse();
    }
}
