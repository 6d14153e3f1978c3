package socketlab.services.chat;

import java.util.HashMap;
import java.util.Map;

/**
 * Which client has which name, so that no two clients have the same one. A name is reserved while its account is being
 * created, then assigned. Not thread-safe: the room's lock guards it.
 */
final class NameRegistry<T> {
    private final Map<String, T> owners = new HashMap<>();
    private final Map<T, UserName> assigned = new HashMap<>();
    private final Map<T, UserName> reserved = new HashMap<>();

    /** Reserves the name until it is assigned or the reservation is cancelled; false when another client has it. */
    boolean reserve(T client, UserName name) {
        T owner = owners.putIfAbsent(name.key(), client);
        if (owner == null) {
            reserved.put(client, name);
        }
        return owner == null || owner.equals(client);
    }

    void cancelReservation(T client) {
        free(reserved.remove(client));
    }

    /** Gives the client this name in place of the name it had; false when another client has it. */
    boolean assign(T client, UserName name) {
        if (!reserve(client, name)) {
            return false;
        }
        reserved.remove(client);
        UserName before = assigned.put(client, name);
        if (!name.sameAs(before)) {
            free(before);
        }
        return true;
    }

    /** The client has no name and no reservation any more. */
    void release(T client) {
        cancelReservation(client);
        free(assigned.remove(client));
    }

    private void free(UserName name) {
        if (name != null) {
            owners.remove(name.key());
        }
    }

    /** The client's name, null when it has none. */
    UserName nameOf(T client) {
        return assigned.get(client);
    }
}
