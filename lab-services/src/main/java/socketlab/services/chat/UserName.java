package socketlab.services.chat;

import static java.lang.Character.UnicodeScript.ADLAM;
import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MONGOLIAN;
import static java.lang.Character.UnicodeScript.NKO;
import static java.lang.Character.UnicodeScript.ORIYA;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.SYRIAC;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user's name: 1 to 32 letters, marks and digits of one script, and {@code _ - .}, all of which can be seen. A short
 * form of UTS 39 (Unicode Security Mechanisms); a real server would also detect names in two scripts that look alike, a
 * Latin "cop" and a Cyrillic one, with a table of some thousand lines (confusables.txt).
 *
 * @param text as its owner writes it, in Unicode normalization form KC (UAX 15)
 */
record UserName(String text) {
    static final String RULE = "a name has 1 to 32 letters and digits of one script, '_', '-' or '.'";

    /**
     * Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt: characters that a terminal does not show.
     * The JDK knows only some of them ({@code Character.isIdentifierIgnorable} is false for U+034F and U+3164).
     */
    private static final String IGNORABLE = "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F"
            + "\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8\\x{1BCA0}-\\x{1BCA3}"
            + "\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}";
    private static final String ZWNJ_OR_ZWJ = "\\u200C\\u200D";
    private static final Pattern FORM = Pattern.compile(
            "(?!\\p{M}|.*[\\p{Mn}\\p{Me}]{5})(?:[[\\p{L}\\p{M}\\p{Nd}_.-]&&[^" + IGNORABLE + "]]|[" + ZWNJ_OR_ZWJ + "]){1,32}");

    /** What a reader could take for the voice of the server, whose messages begin with {@code [server]}. */
    private static final Set<String> RESERVED = Set.of("server", "system", "console", "admin", "administrator", "operator",
            "moderator", "root");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}");

    /** A letter, its marks, one joiner, a letter: the joiner decides on the shape of what stands beside it. */
    private static final Pattern JOINER = Pattern.compile(
            "(\\p{L})?\\p{M}*[" + ZWNJ_OR_ZWJ + "](?=(\\p{L})?)");

    /** Cursive scripts, and scripts of India whose letters form conjuncts: where UAX 31, section 2.3, allows joiners. */
    private static final Set<UnicodeScript> JOINING = Set.of(ARABIC, SYRIAC, NKO, ADLAM, MONGOLIAN, DEVANAGARI, BENGALI,
            GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA);

    /** Scripts that are written together: Highly Restrictive in UTS 39, section 5.2. Japanese, Chinese, Korean. */
    private static final List<Set<UnicodeScript>> TOGETHER = List.of(Set.of(LATIN, HAN, HIRAGANA, KATAKANA),
            Set.of(LATIN, HAN, BOPOMOFO), Set.of(LATIN, HAN, HANGUL));

    /** Empty when the text is not a valid name. */
    static Optional<UserName> parse(String text) {
        String composed = Normalizer.normalize(text, Form.NFKC);
        return FORM.matcher(composed).matches() && isOneScript(composed) && joinsOnlyLetters(composed)
                ? Optional.of(new UserName(composed)) : Optional.empty();
    }

    /** Signs, digits that all scripts use, and marks that go with any letter belong to no script. */
    private static boolean isOneScript(String name) {
        Set<UnicodeScript> scripts = name.codePoints().mapToObj(UnicodeScript::of)
                .filter(script -> script != COMMON && script != INHERITED).collect(Collectors.toSet());
        return scripts.size() <= 1 || TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
    }

    private static boolean joinsOnlyLetters(String name) {
        Matcher joiner = JOINER.matcher(name);
        while (joiner.find()) {
            if (!isJoining(joiner.group(1)) || !isJoining(joiner.group(2))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJoining(String letter) {
        return letter != null && JOINING.contains(UnicodeScript.of(letter.codePointAt(0)));
    }

    /**
     * Equal for all spellings of the same name: case-folded, in form KC, and without joiners, which not every font shows
     * (as in NFKC_Casefold of DerivedNormalizationProps.txt). What Unicode's full case folding (CaseFolding.txt, C and F)
     * makes equal is equal here, {@code ß} and {@code SS}, all three sigmas. So are the four letters I, with a dot and
     * without: in Turkish they differ in case only, elsewhere they are read as one.
     */
    String key() {
        StringBuilder folded = new StringBuilder();
        text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).codePoints()
                .map(Character::toLowerCase)   // String.toLowerCase has another sigma for the end of a word
                .forEach(folded::appendCodePoint);
        String dotless = folded.toString().replace("i\u0307", "i");
        return Normalizer.normalize(dotless, Form.NFKC).replaceAll("[" + ZWNJ_OR_ZWJ + "]", "");
    }

    /** True for {@code server} and the like, in any spelling, and with accents, signs and digits around or between. */
    boolean isReserved() {
        return RESERVED.contains(NO_LETTER.matcher(Normalizer.normalize(key(), Form.NFD)).replaceAll(""));
    }

    /** False for null. */
    boolean sameAs(UserName other) {
        return other != null && key().equals(other.key());
    }

    @Override
    public String toString() {
        return text;
    }
}
