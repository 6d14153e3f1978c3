package socketlab.core;

import java.io.IOException;
import java.util.Set;

/** A way to serve many clients, written once; it serves every service. */
public interface Model {

    /** What the user types, {@code pool:4} say. */
    String id();

    /** One line for {@code lab list}: who waits, and where. */
    String summary();

    Set<Trait> traits();

    /** How many requests it works on at once; {@link Integer#MAX_VALUE} means all. */
    int inService();

    /** Listens and serves until the server is closed. Throws when the address cannot be bound. */
    Server start(Service service, Options options) throws IOException;
}
