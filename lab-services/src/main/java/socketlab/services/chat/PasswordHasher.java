package socketlab.services.chat;

import static socketlab.core.Text.format;

import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.Text;

/**
 * Hashes passwords, slowly on purpose. Any thread, but only inside a {@code Compute} task: one call takes some 50 ms at
 * cost 10.
 */
interface PasswordHasher {
    int MAX_BYTES = 72;   // bcrypt ignores all bytes after these, so a longer password is refused

    /** A hash with a fresh salt. */
    String hash(String password);

    /**
     * True when this password has this hash. To find that it has not takes no less time for a cheaper hash.
     *
     * @throws IllegalArgumentException when that is no hash
     */
    boolean matches(String password, String hash);

    /** True when this hash was made with less work than {@link #hash} does today. */
    boolean isCheaper(String hash);

    /** A hash that no password has. To check it takes as long as to check any other. */
    String dummyHash();

    /** {@code cost} is the binary logarithm of the number of rounds, from 4 to 20 here. */
    static PasswordHasher bcrypt(int cost) {
        return new Bcrypt(cost, BCrypt::checkpw);
    }

    /** True when the password has more than {@link #MAX_BYTES} bytes of UTF-8. */
    static boolean tooLong(String password) {
        return Text.utf8(password).length > MAX_BYTES;
    }

    /**
     * bcrypt (Provos and Mazieres, 1999).
     *
     * @param cost  of new hashes: 2^cost rounds
     * @param check whether a password has a hash
     */
    record Bcrypt(int cost, BiPredicate<String, String> check) implements PasswordHasher {
        private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

        @Override
        public String hash(String password) {
            return BCrypt.hashpw(password, BCrypt.gensalt(cost));
        }

        /** After a wrong password for a hash of cost c: 2^c + (2^c + 2^(c+1) + ... + 2^(cost-1)) is 2^cost rounds. */
        @Override
        public boolean matches(String password, String hash) {
            int cheaper = costOf(hash);
            boolean matches = check.test(password, hash);
            for (; !matches && cheaper < cost; cheaper++) {
                var _ = check.test(password, dummyHash(cheaper));
            }
            return matches;
        }

        @Override
        public boolean isCheaper(String hash) {
            return costOf(hash) < cost;
        }

        /** Not above what {@code --hash-cost} allows: a hash of cost 31 would compute for a day. */
        private static int costOf(String hash) {
            Matcher parts = HASH.matcher(hash);
            int cost = parts.matches() ? Integer.parseInt(parts.group(1)) : -1;
            if (cost < Chat.LEAST_COST || cost > Chat.MOST_COST) {
                throw new IllegalArgumentException("a hash in the file is not one of bcrypt, or of a cost above "
                        + Chat.MOST_COST);
            }
            return cost;
        }

        @Override
        public String dummyHash() {
            return dummyHash(cost);
        }

        private static String dummyHash(int cost) {
            return format("$2a$%02d$%s", cost, ".".repeat(53));
        }
    }
}
