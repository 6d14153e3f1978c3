package socketlab.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.util.Locale;

/** Messages are bytes, people read text, and here it is always UTF-8. */
public final class Text {
    /** How every message about malformed UTF-8 begins. */
    public static final String NOT_UTF8 = "that is not UTF-8 text";

    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    /** Malformed bytes become U+FFFD. */
    public static String text(byte[] utf8) {
        return new String(utf8, UTF_8);
    }

    /** The text that these bytes are; malformed bytes are an error (RFC 3629). */
    public static String checked(byte[] utf8) throws FrameException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new FrameException(NOT_UTF8);
        }
    }

    /** The same bytes, which are whole UTF-8 characters; anything else is an error. */
    public static byte[] requireUtf8(byte[] message) throws FrameException {
        if (!ByteScan.isAscii(message, 0, message.length) && wholeCharacters(ByteBuffer.wrap(message)) < message.length) {
            throw new FrameException(NOT_UTF8 + ": it ends inside a character");
        }
        return message;
    }

    /** How many of the bytes in this heap buffer are whole characters; at most three more may be the start of one. */
    public static int wholeCharacters(ByteBuffer bytes) throws FrameException {
        int count = bytes.remaining();
        int from = bytes.arrayOffset() + bytes.position();
        if (ByteScan.isAscii(bytes.array(), from, from + count)) {   // nearly every message is; a decoder costs an allocation
            return count;
        }
        ByteBuffer unread = bytes.duplicate();
        CoderResult result = UTF_8.newDecoder().decode(unread, CharBuffer.allocate(count), false);
        if (result.isError()) {
            throw new FrameException(NOT_UTF8);
        }
        return count - unread.remaining();
    }

    /**
     * One line that cannot steer the terminal of whoever reads it: tabs and line ends become a blank, escapes and
     * other control characters, and those that turn the direction of writing, become U+FFFD. The same text where that is
     * true already, as of nearly every message.
     */
    public static String printable(String text) {
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isBlank(c) || isSteering(c)) {
                return replaced(text, i);
            }
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder line = new StringBuilder(text.length()).append(text, 0, from);
        boolean blank = false;
        for (int i = from, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (!isBlank(c)) {
                line.appendCodePoint(isSteering(c) ? REPLACEMENT : c);
            } else if (!blank) {   // several in a row become one
                line.append(' ');
            }
            blank = isBlank(c);
        }
        return line.toString();
    }

    private static boolean isBlank(int c) {
        return c == '\t' || c == '\r' || c == '\n';
    }

    /** Half a surrogate pair is one too: no terminal can show it. */
    private static boolean isSteering(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** {@code 127.0.0.1:5001}, without the slash that Java puts before an address. */
    public static String plain(SocketAddress address) {
        return address instanceof InetSocketAddress internet && !internet.isUnresolved()
                ? internet.getAddress().getHostAddress() + ":" + internet.getPort() : String.valueOf(address);
    }

    /**
     * The text of a pattern and its values, see {@link java.util.Formatter}. Numbers have the same digits and the same point
     * on every system: with its own they would change a protocol or a file.
     */
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
