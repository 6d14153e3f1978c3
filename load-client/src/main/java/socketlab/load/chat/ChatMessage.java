package socketlab.load.chat;

import static socketlab.core.Text.utf8;

import java.util.Arrays;

/**
 * What members of a chat say to one another: {@code m17.42} is the 42nd message of member 17. The others hear it behind
 * {@code [host:port] }, which says who spoke. Reading allocates nothing: it is done for every delivery.
 */
final class ChatMessage {
    private static final int NOT_THERE = -1;

    private ChatMessage() {}

    /** At least so many bytes; what is too short is made longer by a blank and some x, for a blank at the end is lost. */
    static byte[] text(int member, int number, int bytes) {
        byte[] label = utf8("m" + member + "." + number);
        byte[] text = Arrays.copyOf(label, Math.max(label.length, bytes));
        Arrays.fill(text, label.length, text.length, (byte) 'x');
        if (label.length + 1 < text.length) {
            text[label.length] = ' ';
        }
        return text;
    }

    /** Where the text begins behind the speaker's name, or -1 when nobody is named. */
    static int start(byte[] heard) {
        for (int i = 1; heard.length > 0 && heard[0] == '[' && i + 1 < heard.length; i++) {
            if (heard[i] == ']' && heard[i + 1] == ' ') {
                return i + 2;
            }
        }
        return NOT_THERE;
    }

    /** The port in the name that ends before {@code start}, or -1. */
    static int port(byte[] heard, int start) {
        int digits = start - 2;
        while (digits > 0 && isDigit(heard[digits - 1])) {
            digits--;
        }
        return heard[digits - 1] == ':' ? number(heard, digits) : NOT_THERE;
    }

    /** Who says the text that begins there, from 1, or -1. */
    static int member(byte[] heard, int start) {
        return start < heard.length && heard[start] == 'm' ? number(heard, start + 1) : NOT_THERE;
    }

    /** The how-manieth message of its member it is, from 1, or -1. */
    static int number(byte[] heard, int start, int member) {
        int dot = start + 1 + digits(member);
        return dot < heard.length && heard[dot] == '.' ? number(heard, dot + 1) : NOT_THERE;
    }

    /** How long the text is, if nothing of it was lost. */
    static int length(int member, int number, int bytes) {
        return Math.max(2 + digits(member) + digits(number), bytes);
    }

    private static int number(byte[] text, int from) {
        int number = 0;
        int at = from;
        while (at < text.length && isDigit(text[at]) && number < 100_000_000) {
            number = 10 * number + text[at++] - '0';
        }
        return at > from ? number : NOT_THERE;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int digits(int number) {
        int digits = 1;
        for (int rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
