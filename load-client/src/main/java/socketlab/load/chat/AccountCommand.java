package socketlab.load.chat;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

/** What a member of a chat wants of its server for itself: a command, answered by one line. */
public enum AccountCommand {
    /** A new name for good. */
    REGISTER("/register %s %s", "You are registered"),
    /** The name it has registered. */
    LOGIN("/login %s %s", "You are logged in"),
    /** A guest again. */
    LOGOUT("/logout", "You are logged out");

    private final String command;
    private final String success;

    AccountCommand(String command, String success) {
        this.command = command;
        this.success = success;
    }

    /** Either takes a password's hash, or checks one: work for a processor. */
    boolean hashes() {
        return this != LOGOUT;
    }

    byte[] command(String name, String password) {
        return utf8(command.formatted(name, password));
    }

    boolean succeeds(byte[] answer) {
        return text(answer).startsWith(success);
    }
}
