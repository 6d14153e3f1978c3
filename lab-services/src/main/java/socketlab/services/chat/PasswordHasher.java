package socketlab.services.chat;

import org.springframework.security.crypto.bcrypt.BCrypt;
import socketlab.core.Text;

/** How passwords are kept: as a hash that is slow on purpose. Any thread, but never one that others wait for. */
interface PasswordHasher {
    int MOST_BYTES = 72;   // bcrypt reads no further, and nobody is to believe it did

    /** A hash with a salt of its own. */
    String hash(String password);

    boolean fit(String password, String hash);

    /** A hash that no password fits and that takes as long to find out as any other. */
    String decoy();

    /** {@code cost} is the logarithm of the number of rounds. */
    static PasswordHasher bcrypt(int cost) {
        return new PasswordHasher() {
            @Override
            public String hash(String password) {
                return BCrypt.hashpw(password, BCrypt.gensalt(cost));
            }

            @Override
            public boolean fit(String password, String hash) {
                return BCrypt.checkpw(password, hash);
            }

            @Override
            public String decoy() {
                return "$2a$%02d$%s".formatted(cost, ".".repeat(53));
            }
        };
    }

    /** Too long a password is refused, not cut. */
    static boolean tooLong(String password) {
        return Text.utf8(password).length > MOST_BYTES;
    }
}
