package socketlab.load.chat;

import static socketlab.core.Text.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a room says of itself: who came, who went, and how many are there now. */
final class JoinLeaveNotice {
    private static final Pattern ONLINE = Pattern.compile("\\(([0-9]{1,9}) users? online\\)\\s*$");

    private JoinLeaveNotice() {}

    static boolean is(byte[] message) {
        return message.length > 1 && (message[0] == '>' || message[0] == '<') && message[1] == ' ';
    }

    /** Whatever a room says first, but not its answer to a name: who hears that is not in the room yet. */
    static boolean isGreeting(byte[] message) {
        return !text(message).startsWith("CLIENT:");
    }

    /** How many are there, or {@code before} where it does not say. */
    static int online(byte[] notice, int before) {
        Matcher count = ONLINE.matcher(text(notice));
        return count.find() ? Integer.parseInt(count.group(1)) : before;
    }

    /** The one who called from that port has left. */
    static boolean tellsWhoLeft(byte[] notice, int port) {
        return notice[0] == '<' && text(notice).contains(":" + port + " left");
    }
}
