package socketlab.services.chat;

import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user's name: 1 to 32 letters, digits and {@code _ - .}, of any script. Names that differ only in case are the same
 * name. (A real server would also detect look-alikes, a Latin "a" and a Cyrillic one: UTS 39.)
 *
 * @param text as its owner writes it, in Unicode normalization form C
 */
record UserName(String text) {
    static final String RULE = "a name has 1 to 32 letters, digits, '_', '-' or '.'";
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,32}");

    /** Empty when the text is not a valid name. */
    static Optional<UserName> parse(String text) {
        String composed = Normalizer.normalize(text, Form.NFC);
        return FORM.matcher(composed).matches() ? Optional.of(new UserName(composed)) : Optional.empty();
    }

    /** Equal for all spellings of the same name (UAX 15, form KC, in lower case). */
    String key() {
        return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
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
