package socketlab.core;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Messages are bytes, people read text, and here it is always UTF-8. */
public final class Text {
    private Text() {}

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** Malformed bytes become U+FFFD. */
    public static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }
}
