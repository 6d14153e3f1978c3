package socketlab.services.chat;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often something is hashed, which is what takes time, and hashes as cheaply as bcrypt can. */
final class OutcomeTally implements PasswordHasher {
    private final PasswordHasher cheap = PasswordHasher.bcrypt(4);
    private final AtomicInteger hashed = new AtomicInteger();

    /** Since it was last asked. */
    int hashed() {
        return hashed.getAndSet(0);
    }

    @Override
    public String hash(String password) {
        hashed.incrementAndGet();
        return cheap.hash(password);
    }

    @Override
    public boolean fit(String password, String hash) {
        hashed.incrementAndGet();
        return cheap.fit(password, hash);
    }

    @Override
    public String decoy() {
        return cheap.decoy();
    }
}
