package socketlab.core.http;

import java.util.function.IntPredicate;

/** Which characters may stand where (RFC 9110, 5.5 and 5.6.2; RFC 3986, 3.2.2); text is bytes read as Latin 1. */
public final class HttpSyntax {
    private static final boolean[] TOKEN = those(c -> isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    private static final boolean[] HOST = those(c -> isLetterOrDigit(c) || "-._~%!$&'()*+;=:[]".indexOf(c) >= 0);
    private static final boolean[] DIGIT = those(Character::isDigit);
    private static final boolean[] TARGET = those(c -> c > ' ' && c < 0x7F);
    /** A bare carriage return or a NUL here is how one server is made to see another message than the next one. */
    private static final boolean[] VALUE = those(c -> c >= ' ' && c != 0x7F || c == '\t');

    private HttpSyntax() {}

    private static boolean[] those(IntPredicate which) {
        boolean[] allowed = new boolean[256];
        for (int c = 0; c < allowed.length; c++) {
            allowed[c] = which.test(c);
        }
        return allowed;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean consists(String text, boolean[] allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed[text.charAt(i)]) {
                return false;
            }
        }
        return true;
    }

    /** The name of a method or of a field. */
    public static boolean isToken(String text) {
        return !text.isEmpty() && consists(text, TOKEN);
    }

    public static boolean isFieldValue(String text) {
        return consists(text, VALUE);
    }

    public static boolean isTarget(String text) {
        return !text.isEmpty() && consists(text, TARGET);
    }

    /** May be empty. */
    public static boolean isHost(String text) {
        return consists(text, HOST);
    }

    /** At most 18 digits, so that the number fits. */
    public static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 18 && consists(text, DIGIT);
    }

    /** Without the spaces and tabs around it; Java's strip knows more kinds of space than HTTP does. */
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
