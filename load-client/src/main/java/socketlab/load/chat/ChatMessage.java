package socketlab.load.chat;

import static socketlab.core.Text.utf8;

import java.util.Arrays;

/**
 * The text of a chat message: {@code m17.42} is the 42nd message of member 17. The other members receive it after
 * {@code [host:port] }, which names the sender. Parsing allocates nothing, because it is done for every delivery.
 */
final class ChatMessage {
    private static final int ABSENT = -1;

    private ChatMessage() {}

    /** At least so many bytes: filled up with a space and some x, because a server may strip a space at the end. */
    static byte[] encode(int member, int nth, int bytes) {
        byte[] label = utf8("m" + member + "." + nth);
        byte[] text = Arrays.copyOf(label, Math.max(label.length, bytes));
        Arrays.fill(text, label.length, text.length, (byte) 'x');
        if (label.length + 1 < text.length) {
            text[label.length] = ' ';
        }
        return text;
    }

    /** The index of the text after the sender's name, or -1 when no sender is named. */
    static int textStart(byte[] received) {
        for (int i = 1; received.length > 0 && received[0] == '[' && i + 1 < received.length; i++) {
            if (received[i] == ']' && received[i + 1] == ' ') {
                return i + 2;
            }
        }
        return ABSENT;
    }

    /** The port in the sender's name, which ends before the text, or -1. */
    static int senderPort(byte[] received, int textStart) {
        int digits = textStart - 2;
        while (digits > 0 && isDigit(received[digits - 1])) {
            digits--;
        }
        return received[digits - 1] == ':' ? parseNumber(received, digits) : ABSENT;
    }

    /** The number of the member that sent the text, from 1, or -1. */
    static int sender(byte[] received, int textStart) {
        return textStart < received.length && received[textStart] == 'm' ? parseNumber(received, textStart + 1) : ABSENT;
    }

    /** Its place among the sender's messages, from 1, or -1. */
    static int nth(byte[] received, int textStart, int sender) {
        int dot = textStart + 1 + digits(sender);
        return dot < received.length && received[dot] == '.' ? parseNumber(received, dot + 1) : ABSENT;
    }

    /** The length of the complete text. */
    static int length(int member, int nth, int bytes) {
        return Math.max(2 + digits(member) + digits(nth), bytes);
    }

    private static int parseNumber(byte[] text, int from) {
        int number = 0;
        int at = from;
        while (at < text.length && isDigit(text[at]) && number < 100_000_000) {
            number = 10 * number + text[at++] - '0';
        }
        return at > from ? number : ABSENT;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
