package socketlab.services.chat;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.sqlite.SQLiteJDBCLoader;
import socketlab.core.Log;

/**
 * Names and password hashes in one SQLite file. Every method waits for the disk or computes a hash: call it inside a
 * {@code Compute} task only, on any thread. No password is stored, logged or put into an exception.
 *
 * <p>After an error (the disk is full, the file is gone, somebody has made it read-only) the next call opens the file
 * again: SQLite's connection and statements may be of no more use, and what was wrong may be over.
 */
final class Accounts implements AutoCloseable {

    /** How an account operation ended; UNAVAILABLE: the database failed, and the log says why. */
    enum Outcome {
        OK, NAME_TAKEN, WRONG_CREDENTIALS, UNAVAILABLE
    }

    private final AccountFile file;
    private final PasswordHasher hasher;
    private final Map<Access, String> failures = new EnumMap<>(Access.class);   // what the log has said of each
    private AccountDatabase database;   // null: to be opened again
    private boolean closed;

    private Accounts(AccountFile file, PasswordHasher hasher, AccountDatabase database) {
        this.file = file;
        this.hasher = hasher;
        this.database = database;
    }

    /**
     * Opens the file and creates it if needed; {@code :memory:} keeps the accounts in memory only.
     *
     * @throws IllegalArgumentException with one line for the user when that is not the path of a file
     * @throws UncheckedIOException     with one line for the user when the file cannot be used
     */
    static Accounts open(String name, PasswordHasher hasher) {
        AccountFile file = AccountFile.parse(name);
        loadLibrary();
        try {
            if (!file.inMemory()) {
                file.create();
            }
            return new Accounts(file, hasher, AccountDatabase.create(file));
        } catch (IOException | SQLException e) {
            throw new UncheckedIOException(
                    format("cannot keep accounts in %s: %s; choose another file with --accounts, or :memory: to keep none", name,
                            reason(e)), new IOException(e));
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "you may not write there";
            default -> e.getMessage();
        };
    }

    /** SQLite is a native library, which its driver unpacks into a temporary folder; in memory or not, without it there
     * are no accounts. */
    private static void loadLibrary() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            String folder = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
            throw new UncheckedIOException(format("cannot load the native library of SQLite, which keeps the accounts: it is"
                    + " unpacked into %s, which must be writable, not full, and not mounted noexec; name another folder:"
                    + " JAVA_TOOL_OPTIONS=-Dorg.sqlite.tmpdir=FOLDER ./lab ...", folder), new IOException(e));
        }
    }

    /**
     * OK, NAME_TAKEN or UNAVAILABLE. Of two registrations of one name at the same time the primary key lets one
     * through.
     */
    Outcome register(UserName name, String password) {
        String hash = hasher.hash(password);   // outside the lock: other threads can hash at the same time
        try {
            return access(Access.WRITE, open -> open.add(name.key(), hash)) ? Outcome.OK : Outcome.NAME_TAKEN;
        } catch (SQLException e) {
            return Outcome.UNAVAILABLE;
        }
    }

    /**
     * OK, WRONG_CREDENTIALS or UNAVAILABLE. An unknown name takes as long as a wrong password, so the time does not
     * tell which names exist. An account that was created with a lower {@code --hash-cost} is hashed anew when its owner
     * logs in; one that was created with a higher cost keeps its hash, and takes longer.
     */
    Outcome login(UserName name, String password) {
        try {
            String hash = access(Access.READ, open -> open.hash(name.key()));
            boolean matches = hasher.matches(password, hash == null ? hasher.dummyHash() : hash);
            if (hash == null || !matches) {
                return Outcome.WRONG_CREDENTIALS;
            }
            if (hasher.isCheaper(hash)) {
                hashAnew(name, hash, password);
            }
            return Outcome.OK;
        } catch (SQLException e) {
            return Outcome.UNAVAILABLE;
        } catch (IllegalArgumentException noHash) {
            Log.warn(format("the account %s in %s cannot be used: %s", name, file.name(), noHash.getMessage()));
            return Outcome.UNAVAILABLE;
        }
    }

    /** Where that fails the owner is logged in all the same, and the next login tries again. */
    private void hashAnew(UserName name, String before, String password) {
        String hash = hasher.hash(password);
        try {
            access(Access.WRITE, open -> open.replace(name.key(), before, hash));
        } catch (SQLException e) {
            Log.debug("an account keeps its cheaper hash", e);
        }
    }

    /** NAME_TAKEN when an account has this name, OK when the name is free, else UNAVAILABLE. */
    Outcome lookUp(UserName name) {
        try {
            return access(Access.READ, open -> open.hash(name.key())) == null ? Outcome.OK : Outcome.NAME_TAKEN;
        } catch (SQLException e) {
            return Outcome.UNAVAILABLE;
        }
    }

    private enum Access {
        READ("read"), WRITE("written");

        private final String participle;

        Access(String participle) {
            this.participle = participle;
        }
    }

    @FunctionalInterface
    private interface Query<T> {
        T run(AccountDatabase open) throws SQLException;
    }

    private synchronized <T> T access(Access access, Query<T> query) throws SQLException {
        try {
            AccountDatabase open = connected();
            T result = query.run(open);
            if (!open.isSameFile()) {
                throw new SQLException("the file went away meanwhile");   // and with it what was written
            }
            if (failures.remove(access) != null) {
                Log.info(format("the accounts in %s can be %s again", file.name(), access.participle));
            }
            return result;
        } catch (SQLException e) {
            disconnect();
            reportOnce(access, e.getMessage());
            throw e;
        }
    }

    private AccountDatabase connected() throws SQLException {
        if (closed) {
            throw new SQLException("they are closed");
        }
        if (database != null && !database.isSameFile()) {
            disconnect();
        }
        if (database == null) {
            database = AccountDatabase.reopen(file);
        }
        return database;
    }

    /** What is in memory only would be gone with the connection. */
    private void disconnect() {
        if (database == null || (file.inMemory() && !closed)) {
            return;
        }
        try {
            database.close();
        } catch (SQLException e) {
            Log.debug("the connection to the accounts cannot be closed", e);
        }
        database = null;
    }

    /** Not again for each client that asks meanwhile. */
    private void reportOnce(Access access, String failure) {
        if (!failure.equals(failures.put(access, failure))) {
            Log.warn(format("the accounts in %s cannot be %s: %s", file.name(), access.participle, failure));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        disconnect();
    }
}
