package socketlab.core;

import java.io.IOException;
import java.util.Set;

/**
 * A way to serve many clients, written once; it serves every service.
 *
 * @param id        what the user types, {@code pool:4} say
 * @param summary   one line for {@code lab list}: who waits, and where
 * @param traits    what it promises beyond the contract that all share
 * @param inService how many requests it works on at once; {@link #ALL} means all
 * @param start     how it becomes a server
 */
public record Model(String id, String summary, Set<Trait> traits, int inService, Start start) {
    public static final int ALL = Integer.MAX_VALUE;

    /** Listens and serves until the server is closed. Throws when the address cannot be bound. */
    public Server start(Service service, Options options) throws IOException {
        return start.server(service, options);
    }

    /** By its id: {@code pool} and {@code pool:4} are one model, however often it is asked for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Model model && id.equals(model.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** How a server is made, bound and serving: usually its constructor. */
    @FunctionalInterface
    public interface Start {
        Server server(Service service, Options options) throws IOException;
    }
}
