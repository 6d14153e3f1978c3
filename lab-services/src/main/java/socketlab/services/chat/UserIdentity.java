package socketlab.services.chat;

import static socketlab.core.Text.format;
import static socketlab.services.chat.ChatReply.reply;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.services.chat.Accounts.Outcome;

/**
 * Who one client is: a guest, a guest with a name, or the owner of an account. Called by the client's session only.
 */
final class UserIdentity {
    private static final int MAX_FAILURES = 5;
    private static final Duration A_MOMENT = Duration.ofMillis(100);   // in which a server notices who has gone

    private final Peer peer;
    private final Room room;
    private final Authenticator authenticator;
    private UserName account;   // null: not logged in
    private int failures;       // in a row

    UserIdentity(Peer peer, Room room, Authenticator authenticator) {
        this.peer = peer;
        this.room = room;
        this.authenticator = authenticator;
    }

    boolean isLoggedIn() {
        return account != null;
    }

    /** Gives a guest a name. {@code then} gets the reason when the name is refused, else empty. */
    Next chooseName(String text, Function<Optional<String>, Next> then) {
        Optional<UserName> name = UserName.parse(text);
        Optional<String> invalid = invalid(name);
        if (invalid.isPresent()) {
            return then.apply(invalid);
        }
        Supplier<Next> refused = () -> then.apply(Optional.of(inUse(name.get())));
        Supplier<Next> again = () -> assignUnregistered(name.get(), then, refused);
        return assignUnregistered(name.get(), then, () -> new Sleep(A_MOMENT, again));
    }

    private Next assignUnregistered(UserName name, Function<Optional<String>, Next> then, Supplier<Next> inUse) {
        return authenticator.lookUp(name, outcome -> {
            if (outcome != Outcome.OK) {
                return then.apply(Optional.of(message(outcome)));
            }
            return assignName(name) ? then.apply(Optional.empty()) : inUse.get();
        });
    }

    /** Whoever comes back at once may be faster than the server, for which the same user is still here. */
    private static Next tryTwice(BooleanSupplier step, Supplier<Next> done, Supplier<Next> refused) {
        return step.getAsBoolean() ? done.get()
                : new Sleep(A_MOMENT, () -> (step.getAsBoolean() ? done : refused).get());
    }

    /** Creates an account and logs in. {@code then} gets the confirmation and says how to go on. */
    Next register(String nameAndPassword, Function<String, Next> then) {
        return withCredentials("/register", nameAndPassword, (name, password) -> authenticator.lookUp(name,
                outcome -> outcome == Outcome.OK ? createAccount(name, password, then) : refuse(outcome)));
    }

    /** Reserves the name first, so that no guest takes it while the password is being hashed. */
    private Next createAccount(UserName name, String password, Function<String, Next> then) {
        return tryTwice(() -> room.reserveName(peer, name), () -> hashAndStore(name, password, then),
                () -> fail(inUse(name)));
    }

    private Next hashAndStore(UserName name, String password, Function<String, Next> then) {
        return authenticator.register(peer, name, password, outcome -> {
            if (outcome != Outcome.OK) {
                room.cancelReservation(peer);
                return refuse(outcome);
            }
            return completeLogin(name, "You are registered and logged in as " + name, then);
        }, reason -> {
            room.cancelReservation(peer);
            return reply(reason);
        });
    }

    /** Logs in. {@code then} gets the confirmation and says how to go on. */
    Next login(String nameAndPassword, Function<String, Next> then) {
        return withCredentials("/login", nameAndPassword, (name, password) -> authenticator.login(peer, name, password,
                outcome -> outcome == Outcome.OK
                        ? completeLogin(name, "You are logged in as " + name, then) : refuse(outcome), ChatReply::reply));
    }

    private Next completeLogin(UserName name, String confirmation, Function<String, Next> then) {
        return tryTwice(() -> assignName(name), () -> {
            account = name;
            failures = 0;
            return then.apply(confirmation);
        }, () -> fail(inUse(name) + ": an account logs in once at a time"));
    }

    /** The client has gone: a password of its that still waits is not hashed. */
    void leave() {
        authenticator.leave(peer);
    }

    private boolean assignName(UserName name) {
        boolean assigned = room.assignName(peer, name);
        if (assigned) {
            peer.label(name.text());
        }
        return assigned;
    }

    /** False when the client was not logged in. The room still has the name: the caller releases it. */
    boolean logout() {
        if (account == null) {
            return false;
        }
        account = null;
        peer.label("");
        return true;
    }

    private Next withCredentials(String command, String nameAndPassword, BiFunction<UserName, String, Next> then) {
        String[] parts = RoomCommand.splitFirstWord(nameAndPassword);
        Optional<UserName> name = UserName.parse(parts[0]);
        if (account != null) {
            return reply(format("You are logged in as %s already; use /logout first", account));
        }
        if (parts[1].isEmpty()) {
            return reply(format("Usage: %s NAME PASSWORD", command));
        }
        Optional<String> invalid = invalid(name);
        if (invalid.isPresent()) {
            return reply(invalid.get());
        }
        return PasswordHasher.tooLong(parts[1])
                ? reply(format("A password has %d bytes at most", PasswordHasher.MAX_BYTES))
                : then.apply(name.get(), parts[1]);
    }

    /** Why nobody may have this name; empty where somebody may. */
    private static Optional<String> invalid(Optional<UserName> name) {
        return name.isEmpty() ? Optional.of("That is no name: " + UserName.RULE)
                : name.filter(UserName::isReserved).map(reserved -> format("That is no name: %s is reserved", reserved));
    }

    private static String inUse(UserName name) {
        return format("The name %s is in use", name);
    }

    private static String message(Outcome outcome) {
        return switch (outcome) {
            case NAME_TAKEN -> "That name is registered";
            case WRONG_CREDENTIALS -> "Wrong name or password";
            case UNAVAILABLE, OK -> "The accounts are out of order; try again later";
        };
    }

    private Next refuse(Outcome outcome) {
        return outcome == Outcome.UNAVAILABLE ? reply(message(outcome)) : fail(message(outcome));
    }

    private Next fail(String reason) {
        failures++;
        if (failures < MAX_FAILURES) {
            return reply(reason);
        }
        room.leave(peer);
        return reply(List.of(reason, format("That went wrong %d times in a row. Goodbye!", failures)),
                Next.HANG_UP);
    }
}
