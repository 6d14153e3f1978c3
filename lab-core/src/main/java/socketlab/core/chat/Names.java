package socketlab.core.chat;

import java.util.HashMap;
import java.util.Map;

/** Who has which name, so that nobody else takes it: one that is borne, one that is claimed. Under the room's lock. */
final class Names<T> {
    private final Map<String, T> holders = new HashMap<>();
    private final Map<T, Name> borne = new HashMap<>();
    private final Map<T, Name> claimed = new HashMap<>();

    /** Kept from others until it is taken or dropped; false: somebody else has it. */
    boolean claim(T who, Name name) {
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
    boolean take(T who, Name name) {
        if (!claim(who, name)) {
            return false;
        }
        claimed.remove(who);
        Name before = borne.put(who, name);
        if (!name.is(before)) {
            free(before);
        }
        return true;
    }

    void forgo(T who) {
        drop(who);
        free(borne.remove(who));
    }

    private void free(Name name) {
        if (name != null) {
            holders.remove(name.key());
        }
    }

    /** Null: none. */
    Name of(T who) {
        return borne.get(who);
    }
}
