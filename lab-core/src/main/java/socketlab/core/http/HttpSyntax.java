package socketlab.core.http;

import java.util.function.IntPredicate;

/**
 * Which characters HTTP allows in each part of a head (RFC 9110, sections 5.5 and 5.6.2; RFC 3986, section 3.2.2). All
 * text is bytes decoded as ISO 8859-1.
 */
public final class HttpSyntax {
    private static final boolean[] TOKEN = allowed(c -> isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    private static final boolean[] HOST = allowed(c -> isLetterOrDigit(c) || "-._~%!$&'()*+;=:[]".indexOf(c) >= 0);
    private static final boolean[] DIGIT = allowed(Character::isDigit);
    private static final boolean[] TARGET = allowed(c -> c > ' ' && c < 0x7F);
    /** Without CR and NUL: servers disagree on how to read them, which makes request smuggling possible. */
    private static final boolean[] VALUE = allowed(c -> (c >= ' ' && c != 0x7F) || c == '\t');

    private HttpSyntax() {}

    private static boolean[] allowed(IntPredicate rule) {
        boolean[] table = new boolean[256];
        for (int c = 0; c < table.length; c++) {
            table[c] = rule.test(c);
        }
        return table;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean consistsOf(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed[text.charAt(i)]) {
                return false;
            }
        }
        return true;
    }

    /** True for the name of a method or of a header field. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && consistsOf(text, TOKEN);
    }

    public static boolean isFieldValue(String text) {
        return consistsOf(text, VALUE);
    }

    public static boolean isTarget(String text) {
        return !text.isEmpty() && consistsOf(text, TARGET);
    }

    /** True for an empty host too. */
    public static boolean isHost(String text) {
        return consistsOf(text, HOST);
    }

    /** True for 1 to 18 digits, so that the number fits into a {@code long}. */
    public static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 18 && consistsOf(text, DIGIT);
    }

    /**
     * Without leading and trailing spaces and tabs. ({@code String.strip} also removes characters that HTTP does not.)
     */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
