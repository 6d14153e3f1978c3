package socketlab.lab.talk;

import static socketlab.core.Text.format;
import static socketlab.core.Text.plain;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The user's name and address, as far as the server has confirmed them. Any thread. */
final class UserState {
    private static final String QUIT = "/quit";
    private static final String NAME = "NAME:";
    private static final Pattern CONFIRMED = Pattern.compile("CLIENT: (\\S+:[0-9]+)");
    private static final Pattern LOGGED_IN = Pattern.compile("You are (?:registered and )?logged in as (\\S+)");
    private static final String LOGGED_OUT = "You are logged out";
    private static final Pattern REJECTED = Pattern.compile(
            "The name \\S+ is in use|That name is registered|That is no name: .*|The accounts are out of order.*");

    private String address;
    private String name = "";
    private String requested = "";
    private boolean justNamed;   // nothing was sent since the name was confirmed, so a rejection is about that name

    UserState(InetSocketAddress localAddress) {
        address = plain(localAddress);
    }

    /** The first message of a user with a name. */
    static String nameMessage(String name) {
        return NAME + " " + name;
    }

    /** The last message to a server. */
    static String quitMessage() {
        return QUIT;
    }

    /** Whether the server says goodbye; other users' messages begin with a bracket. */
    static boolean isGoodbye(String message) {
        return !message.startsWith("[") && message.stripTrailing().endsWith("Goodbye!");
    }

    /** Whether the user ends the chat with this line. */
    static boolean isQuit(String line) {
        return line.strip().equalsIgnoreCase(QUIT);
    }

    /** Notes a line that is sent: it may request a name. */
    synchronized void sent(String line) {
        justNamed = false;
        if (line.startsWith(NAME)) {
            requested = line.substring(NAME.length()).strip();
        }
    }

    /** Notes a line that was received: it may confirm or reject a name. True: that is all it says, so it is not printed. */
    synchronized boolean received(String line) {
        Matcher confirmed = CONFIRMED.matcher(line);
        Matcher loggedIn = LOGGED_IN.matcher(line);
        if (confirmed.matches() && !requested.isEmpty()) {
            address = confirmed.group(1);
            name = requested;
            requested = "";
            justNamed = true;
            return true;
        }
        if (loggedIn.matches()) {
            name = loggedIn.group(1);
        } else if (line.equals(LOGGED_OUT) || (justNamed && REJECTED.matcher(line).matches())) {
            name = "";
        }
        return false;
    }

    /** The prompt: name and address. */
    synchronized String prompt() {
        return name.isEmpty() ? format("[%s]> ", address) : format("[%s@%s]> ", name,
                address);
    }
}
