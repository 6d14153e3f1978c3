package socketlab.services.chat;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many hashes are computed, and computes them at bcrypt's lowest cost. */
final class CountingHasher implements PasswordHasher {
    private final PasswordHasher cheap = PasswordHasher.bcrypt(4);
    private final AtomicInteger count = new AtomicInteger();

    /** Hashes since the last call. */
    int count() {
        return count.getAndSet(0);
    }

    @Override
    public String hash(String password) {
        count.incrementAndGet();
        return cheap.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
        count.incrementAndGet();
        return cheap.matches(password, hash);
    }

    @Override
    public boolean isCheaper(String hash) {
        return cheap.isCheaper(hash);
    }

    @Override
    public String dummyHash() {
        return cheap.dummyHash();
    }
}
