package socketlab.services.chat;

import static socketlab.core.Text.format;

import org.springframework.security.crypto.bcrypt.BCrypt;
import socketlab.core.Text;

/**
 * Hashes passwords, slowly on purpose: bcrypt (Provos and Mazieres, 1999). Any thread, but only inside a {@code
 * Compute} task: one call takes some 50 ms at cost 10.
 */
interface PasswordHasher {
    int MAX_BYTES = 72;   // bcrypt ignores all bytes after these, so a longer password is refused

    /** A hash with a fresh salt. */
    String hash(String password);

    /** True when this password has this hash. */
    boolean matches(String password, String hash);

    /** A hash that no password has. To check it takes as long as to check any other. */
    String dummyHash();

    /** {@code cost} is the binary logarithm of the number of rounds, from 4 to 20 here. */
    static PasswordHasher bcrypt(int cost) {
        return new PasswordHasher() {
            @Override
            public String hash(String password) {
                return BCrypt.hashpw(password, BCrypt.gensalt(cost));
            }

            @Override
            public boolean matches(String password, String hash) {
                return BCrypt.checkpw(password, hash);
            }

            @Override
            public String dummyHash() {
                return format("$2a$%02d$%s", cost, ".".repeat(53));
            }
        };
    }

    /** True when the password has more than {@link #MAX_BYTES} bytes of UTF-8. */
    static boolean tooLong(String password) {
        return Text.utf8(password).length > MAX_BYTES;
    }
}
