package socketlab.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/** Messages are bytes, people read text, and here it is always UTF-8. */
public final class Text {
    private static final Pattern BLANK = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern STEERING = Pattern.compile("[\\p{IsCc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private Text() {}

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** Malformed bytes become U+FFFD. */
    public static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    /** Malformed bytes are no text. */
    public static String checked(byte[] utf8) throws FrameException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new FrameException("that is not UTF-8 text");
        }
    }

    /**
     * One line that cannot steer the terminal of whoever reads it: tabs and line ends become a blank, escapes and
     * other control characters, and those that turn the direction of writing, become U+FFFD.
     */
    public static String printable(String text) {
        return STEERING.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
    }

    /** {@code 127.0.0.1:5001}, without the slash that Java puts before an address. */
    public static String plain(SocketAddress address) {
        return address instanceof InetSocketAddress internet && !internet.isUnresolved()
                ? internet.getAddress().getHostAddress() + ":" + internet.getPort() : String.valueOf(address);
    }
}
