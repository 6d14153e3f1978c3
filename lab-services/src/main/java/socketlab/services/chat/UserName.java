package socketlab.services.chat;

import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person is called: at most 32 letters, digits and {@code _ - .}, of any script. Names that differ only in
 * upper and lower case are one name. (A real server would also tell a Latin "a" from a Cyrillic one: UTS 39.)
 *
 * @param text as its owner writes it
 */
record UserName(String text) {
    static final String RULE = "a name has 1 to 32 letters, digits, '_', '-' or '.'";
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,32}");

    static Optional<UserName> of(String written) {
        String composed = Normalizer.normalize(written, Form.NFC);
        return FORM.matcher(composed).matches() ? Optional.of(new UserName(composed)) : Optional.empty();
    }

    /** The same for all spellings that are the same name. */
    String key() {
        return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
    }

    boolean is(UserName other) {
        return other != null && key().equals(other.key());
    }

    @Override
    public String toString() {
        return text;
    }
}
