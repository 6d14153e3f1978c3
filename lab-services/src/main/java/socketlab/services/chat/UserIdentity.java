package socketlab.services.chat;

import static socketlab.services.chat.ChatReply.say;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.services.chat.Accounts.Outcome;

/**
 * Who one client is: nobody in particular, a name for this visit, or the owner of an account. By the session alone;
 * whatever asks the accounts is a {@code Compute}, because a loop that waits for a disk keeps everybody waiting.
 */
final class UserIdentity {
    private static final int FAILURES = 5;

    private final Peer peer;
    private final Room room;
    private final Accounts accounts;
    private UserName account;
    private int failures;

    UserIdentity(Peer peer, Room room, Accounts accounts) {
        this.peer = peer;
        this.room = room;
        this.accounts = accounts;
    }

    boolean loggedIn() {
        return account != null;
    }

    /** A name without an account; {@code then} is told why not, where it cannot be had. */
    Next introduce(String written, Function<Optional<String>, Next> then) {
        Optional<UserName> name = UserName.of(written);
        if (name.isEmpty()) {
            return then.apply(Optional.of("That is no name: " + UserName.RULE));
        }
        return new Compute<>(() -> accounts.lookUp(name.get()),
                outcome -> then.apply(outcome == Outcome.DONE ? take(name.get()) : Optional.of(why(outcome))));
    }

    /** {@code then} is asked how to go on once the account is there and its owner is logged in. */
    Next register(String nameAndPassword, Function<String, Next> then) {
        return credentials("/register", nameAndPassword, (name, password) -> new Compute<>(
                () -> accounts.lookUp(name),
                outcome -> outcome == Outcome.DONE ? add(name, password, then) : refused(outcome)));
    }

    /** The name is kept from others first: no guest takes it while the password is being hashed. */
    private Next add(UserName name, String password, Function<String, Next> then) {
        if (!room.claim(peer, name)) {
            return failed(inUse(name));
        }
        return new Compute<>(() -> accounts.register(name, password), outcome -> {
            if (outcome != Outcome.DONE) {
                room.drop(peer);
                return refused(outcome);
            }
            return enter(name, "You are registered and logged in as " + name, then);
        });
    }

    Next login(String nameAndPassword, Function<String, Next> then) {
        return credentials("/login", nameAndPassword, (name, password) -> new Compute<>(
                () -> accounts.login(name, password), outcome -> outcome == Outcome.DONE
                        ? enter(name, "You are logged in as " + name, then) : refused(outcome)));
    }

    private Next enter(UserName name, String word, Function<String, Next> then) {
        Optional<String> refusal = take(name);
        if (refusal.isPresent()) {
            return failed(refusal.get() + ": an account logs in once at a time");
        }
        account = name;
        failures = 0;
        return then.apply(word);
    }

    private Optional<String> take(UserName name) {
        if (!room.take(peer, name)) {
            return Optional.of(inUse(name));
        }
        peer.label(name.text());
        return Optional.empty();
    }

    /** Nobody in particular again; false: it was so already. */
    boolean logout() {
        if (account == null) {
            return false;
        }
        account = null;
        peer.label("");
        return true;
    }

    private Next credentials(String command, String nameAndPassword, BiFunction<UserName, String, Next> then) {
        String[] parts = RoomCommand.halves(nameAndPassword);
        Optional<UserName> name = UserName.of(parts[0]);
        if (account != null) {
            return say("You are logged in as %s already; /logout comes first".formatted(account));
        }
        if (parts[1].isEmpty()) {
            return say("It goes like this: %s NAME PASSWORD".formatted(command));
        }
        if (name.isEmpty()) {
            return say("That is no name: " + UserName.RULE);
        }
        return PasswordHasher.tooLong(parts[1]) ? say("A password has %d bytes at most".formatted(PasswordHasher.MOST_BYTES))
                : then.apply(name.get(), parts[1]);
    }

    private static String inUse(UserName name) {
        return "The name %s is in use".formatted(name);
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> "That name is registered";
            case WRONG -> "Wrong name or password";
            case OUT_OF_ORDER, DONE -> "The accounts are out of order; try again later";
        };
    }

    private Next refused(Outcome outcome) {
        return outcome == Outcome.OUT_OF_ORDER ? say(why(outcome)) : failed(why(outcome));
    }

    private Next failed(String why) {
        failures++;
        return failures < FAILURES ? say(why)
                : say(List.of(why, "That went wrong %d times in a row. Goodbye!".formatted(failures)), Next.HANG_UP);
    }
}
