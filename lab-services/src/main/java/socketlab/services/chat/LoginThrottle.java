package socketlab.services.chat;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who guesses passwords (throttling, NIST SP 800-63B). It counts failed logins by name, by address, and by
 * both. Any thread.
 *
 * <p>Only a client whose own address has failed with this name must wait. So an attacker locks out neither the owner of
 * the name, who comes from another address, nor the rest of a class behind the attacker's address. Only an owner who
 * shares the attacker's address waits as the attacker does, at most {@link #MAX_WAIT_SECONDS} after the last failure:
 * the server cannot tell them apart before it has checked the password, and each check is a guess.
 */
final class LoginThrottle {
    static final int MAX_WAIT_SECONDS = 8;
    private static final int TABLE_SIZE = 10_000;            // entries; the one unused for longest makes room
    private static final double FORGETTING_NANOS = 600e9;    // in which all failures that are free are forgotten

    /** What failures are counted for; an empty string stands for any name, or any address. */
    private record Key(String name, String address) {
        /** So many failures have no effect. All of a class mistype behind one address. */
        int free() {
            return name.isEmpty() ? 100 : address.isEmpty() ? 20 : 3;
        }
    }

    /** A leaky bucket (Tanenbaum, Computer Networks, section 5.4): failures fill it, time empties it. */
    private record Failures(double level, long nanos) {}

    /** In the order of their last use. */
    private static final class Table extends LinkedHashMap<Key, Failures> {
        private static final long serialVersionUID = 1;

        Table() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > TABLE_SIZE;
        }
    }

    private final LongSupplier nanoTime;
    private final Table failures = new Table();

    LoginThrottle(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Zero when this client may try to log in now; else after how many seconds. A try counts as a failure until one of
     * {@link #succeeded} and {@link #cancelled} is called, or many tries at the same time would count as none.
     */
    synchronized int admit(UserName name, SocketAddress address) {
        Key key = new Key(name.key(), host(address));
        int seconds = secondsToWait(key);
        if (seconds == 0) {
            add(key, 1);
        }
        return seconds;
    }

    private int secondsToWait(Key key) {
        int own = count(key);
        boolean attacked = isExhausted(new Key(key.name, "")) || isExhausted(new Key("", key.address));
        if (own == 0 || (own < key.free() && !attacked)) {
            return 0;
        }
        int wait = attacked ? MAX_WAIT_SECONDS : Math.min(MAX_WAIT_SECONDS, 1 << (own - key.free()));
        double passed = (nanoTime.getAsLong() - failures.get(key).nanos) / 1e9;
        return (int) Math.ceil(Math.max(0, wait - passed));
    }

    /** The password was right. */
    synchronized void succeeded(UserName name, SocketAddress address) {
        failures.remove(new Key(name.key(), host(address)));
    }

    /** The password was not checked. */
    synchronized void cancelled(UserName name, SocketAddress address) {
        add(new Key(name.key(), host(address)), -1);
    }

    /** The password was wrong, or there is no such account. */
    synchronized void failed(UserName name, SocketAddress address) {
        add(new Key(name.key(), ""), 1);
        add(new Key("", host(address)), 1);
    }

    /** True when so many logins have failed from this address that somebody there may be guessing. */
    synchronized boolean isSuspect(SocketAddress address) {
        return isExhausted(new Key("", host(address)));
    }

    /** How many counts are kept. */
    synchronized int size() {
        return failures.size();
    }

    private boolean isExhausted(Key key) {
        return count(key) >= key.free();
    }

    private int count(Key key) {
        return (int) Math.ceil(level(key));
    }

    private double level(Key key) {
        Failures before = failures.get(key);
        return before == null ? 0
                : Math.max(0, before.level - (nanoTime.getAsLong() - before.nanos) / FORGETTING_NANOS * key.free());
    }

    /** At most twice what is free: after an attack all is forgotten in twenty minutes. */
    private void add(Key key, int more) {
        double level = Math.clamp(level(key) + more, 0, 2 * key.free());
        failures.put(key, new Failures(level, nanoTime.getAsLong()));
    }

    /**
     * An IPv4 address; of an IPv6 address only the network, for each host has 2^64 addresses of its own (RFC 4291,
     * section 2.5.4).
     */
    static String host(SocketAddress address) {
        return switch (address) {
            case InetSocketAddress internet when internet.getAddress() instanceof Inet6Address ipv6 ->
                    HexFormat.of().formatHex(ipv6.getAddress(), 0, 8);
            case InetSocketAddress internet -> internet.getAddress().getHostAddress();
            default -> address.toString();
        };
    }
}
