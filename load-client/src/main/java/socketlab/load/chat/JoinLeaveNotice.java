package socketlab.load.chat;

import static socketlab.core.Text.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that a room sends about itself: who joined, who left, and how many users are online. */
final class JoinLeaveNotice {
    private static final Pattern ONLINE = Pattern.compile("\\(([0-9]{1,9}) users? online\\)\\s*$");

    private JoinLeaveNotice() {}

    /** Whether a message is such a line. */
    static boolean matches(byte[] message) {
        return message.length > 1 && (message[0] == '>' || message[0] == '<') && message[1] == ' ';
    }

    /** Whether the member that receives this is in the room: any line but the reply to {@code NAME:}, which comes before. */
    static boolean isGreeting(byte[] message) {
        return !text(message).startsWith("CLIENT:");
    }

    /** How many users are online, or {@code before} where the notice does not say. */
    static int online(byte[] notice, int before) {
        Matcher count = ONLINE.matcher(text(notice));
        return count.find() ? Integer.parseInt(count.group(1)) : before;
    }

    /** Whether the client with that port has left. */
    static boolean saysThatLeft(byte[] notice, int port) {
        return notice[0] == '<' && text(notice).contains(":" + port + " left");
    }
}
