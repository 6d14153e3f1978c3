package socketlab.core;

import java.io.IOException;
import java.util.Set;

/**
 * A concurrency model: a way to serve many clients, written once for every service.
 *
 * @param id        what the user types, for example {@code pool:4}
 * @param summary   one line for {@code lab list}: what waits where
 * @param traits    what it promises beyond the contract of all models
 * @param inService how many requests it serves at the same time; {@link #ALL} means all
 * @param start     starts a server
 */
public record Model(String id, String summary, Set<Trait> traits, int inService, Start start) {
    public static final int ALL = Integer.MAX_VALUE;

    /** A server that listens and serves until it is closed. Throws when the address cannot be bound. */
    public Server start(Service service, Options options) throws IOException {
        return start.server(service, options);
    }

    /** Compares ids only, so that {@code pool} and {@code pool:4} are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Model model && id.equals(model.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Makes a server that is bound and serves; usually a constructor reference. */
    @FunctionalInterface
    public interface Start {
        Server server(Service service, Options options) throws IOException;
    }
}
