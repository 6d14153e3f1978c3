package socketlab.services.chat;

import java.util.HashMap;
import java.util.Map;

/** Who has which name, so that nobody else takes it: one that is borne, one that is claimed. Under the room's lock. */
final class NameRegistry<T> {
    private final Map<String, T> holders = new HashMap<>();
    private final Map<T, UserName> borne = new HashMap<>();
    private final Map<T, UserName> claimed = new HashMap<>();

    /** Kept from others until it is taken or dropped; false: somebody else has it. */
    boolean claim(T who, UserName name) {
        T holder = holders.putIfAbsent(name.key(), who);
        if (holder == null) {
            claimed.put(who, name);
        }
        return holder == null || holder.equals(who);
    }

    void drop(T who) {
        free(claimed.remove(who));
    }

    /** Instead of the name that was borne before; false: somebody else has it. */
    boolean take(T who, UserName name) {
        if (!claim(who, name)) {
            return false;
        }
        claimed.remove(who);
        UserName before = borne.put(who, name);
        if (!name.is(before)) {
            free(before);
        }
        return true;
    }

    void forgo(T who) {
        drop(who);
        free(borne.remove(who));
    }

    private void free(UserName name) {
        if (name != null) {
            holders.remove(name.key());
        }
    }

    /** Null: none. */
    UserName of(T who) {
        return borne.get(who);
    }
}
