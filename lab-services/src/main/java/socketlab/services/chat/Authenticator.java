package socketlab.services.chat;

import static socketlab.core.Text.format;

import java.util.function.Function;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.services.chat.Accounts.Outcome;

/**
 * Checks and stores passwords for all clients, at the pace that the server and its users can bear. Each method returns
 * the step that does it: an event loop must not wait for a disk or a password hash. Any thread.
 */
final class Authenticator implements AutoCloseable {
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final HashQueue hashes;

    /** Closes the accounts when it is closed. */
    Authenticator(Accounts accounts, LoginThrottle throttle, HashQueue hashes) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.hashes = hashes;
    }

    /** Whether an account has this name: {@link Accounts#lookUp}. */
    Next lookUp(UserName name, Function<Outcome, Next> then) {
        return new Compute<>(() -> accounts.lookUp(name), then);
    }

    /** Creates an account: {@link Accounts#register}. {@code refused} gets the reason when that is not even tried. */
    Next register(Peer peer, UserName name, String password, Function<Outcome, Next> then, Function<String, Next> refused) {
        return hashes.compute(peer, throttle.isSuspect(peer.address()), () -> accounts.register(name, password), then,
                seconds -> refused.apply(busy(seconds)));
    }

    /** Checks a password: {@link Accounts#login}. {@code refused} gets the reason when that is not even tried. */
    Next login(Peer peer, UserName name, String password, Function<Outcome, Next> then, Function<String, Next> refused) {
        int wait = throttle.admit(name, peer.address());
        if (wait > 0) {
            return refused.apply(format("Too many failed logins as %s; try again in %d s", name, wait));
        }
        return hashes.compute(peer, throttle.isSuspect(peer.address()), () -> accounts.login(name, password), outcome -> {
            count(outcome, peer, name);
            return then.apply(outcome);
        }, seconds -> {
            throttle.cancelled(name, peer.address());
            return refused.apply(busy(seconds));
        });
    }

    private void count(Outcome outcome, Peer peer, UserName name) {
        switch (outcome) {
            case OK -> throttle.succeeded(name, peer.address());
            case WRONG_CREDENTIALS -> throttle.failed(name, peer.address());
            case UNAVAILABLE, NAME_TAKEN -> throttle.cancelled(name, peer.address());
        }
    }

    private static String busy(int seconds) {
        return format("Too many passwords are waiting to be hashed; try again in %d s", seconds);
    }

    /** The client has gone: what it waits for is not computed any more. */
    void leave(Peer peer) {
        hashes.leave(peer);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
