package socketlab.load.chat;

import static socketlab.core.Text.format;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

/** A command about a member's account; the server replies with one line. */
public enum AccountCommand {
    /** Registers a new name with a password. */
    REGISTER("/register %s %s", "You are registered"),
    /** Logs in with the registered name. */
    LOGIN("/login %s %s", "You are logged in"),
    /** Logs out: a guest again. */
    LOGOUT("/logout", "You are logged out");

    private final String format;
    private final String success;

    AccountCommand(String format, String success) {
        this.format = format;
        this.success = success;
    }

    /** Whether the server hashes a password for it, which is CPU work. */
    boolean hashes() {
        return this != LOGOUT;
    }

    byte[] message(String name, String password) {
        return utf8(format(format, name, password));
    }

    boolean succeeds(byte[] reply) {
        return text(reply).startsWith(success);
    }
}
