package socketlab.lab.talk;

import static socketlab.core.Text.plain;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who I am, as far as the server has acknowledged it. Any thread. */
final class UserState {
    private static final String QUIT = "/quit";
    private static final String INTRODUCTION = "NAME:";
    private static final Pattern INTRODUCED = Pattern.compile("CLIENT: (\\S+:[0-9]+)");
    private static final Pattern LOGGED_IN = Pattern.compile("You are (?:registered and )?logged in as (\\S+)");
    private static final String LOGGED_OUT = "You are logged out";
    private static final Pattern REFUSED = Pattern.compile(
            "The name \\S+ is in use|That name is registered|That is no name: .*|The accounts are out of order.*");

    private String address;
    private String name = "";
    private String wanted = "";
    private boolean fresh;   // since I was introduced I have said nothing, so a refusal is about that name

    UserState(InetSocketAddress here) {
        address = plain(here);
    }

    /** The first message of who wants to be called something. */
    static String introduction(String name) {
        return INTRODUCTION + " " + name;
    }

    /** The last message. */
    static String goodbye() {
        return QUIT;
    }

    /** True for the server's last words; what others say has a bracket before it. */
    static boolean dismissedBy(String heard) {
        return !heard.startsWith("[") && heard.stripTrailing().endsWith("Goodbye!");
    }

    static boolean leaves(String line) {
        return line.strip().equalsIgnoreCase(QUIT);
    }

    /** What I say to the server may ask for a name. */
    synchronized void say(String line) {
        fresh = false;
        if (line.startsWith(INTRODUCTION)) {
            wanted = line.substring(INTRODUCTION.length()).strip();
        }
    }

    /** What the server says may grant or take one; what others say has a bracket before it. True: it said no more. */
    synchronized boolean hear(String line) {
        Matcher introduced = INTRODUCED.matcher(line);
        Matcher loggedIn = LOGGED_IN.matcher(line);
        if (introduced.matches() && !wanted.isEmpty()) {
            address = introduced.group(1);
            name = wanted;
            wanted = "";
            fresh = true;
            return true;
        }
        if (loggedIn.matches()) {
            name = loggedIn.group(1);
        } else if (line.equals(LOGGED_OUT) || fresh && REFUSED.matcher(line).matches()) {
            name = "";
        }
        return false;
    }

    synchronized String prompt() {
        return name.isEmpty() ? "[%s]> ".formatted(address) : "[%s@%s]> ".formatted(name, address);
    }
}
