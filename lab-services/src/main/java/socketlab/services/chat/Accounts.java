package socketlab.services.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import socketlab.core.Log;

/**
 * Names and the hashes of passwords, in one SQLite file. Every method waits for the disk or the processor: only inside
 * a {@code Compute} task, on any thread. No password is kept, logged or put into an exception.
 */
final class Accounts implements AutoCloseable {
    /**
     * A process killed at any moment leaves every registration it has answered: SQLite returns from an insert when the
     * operating system has it. EXTRA waits for the disk as well, down to the folder's entry for the journal, so they
     * survive a power cut too. A journal that is deleted, and not a write-ahead log, leaves one file to copy, and works
     * on a home directory that comes over the network. Where another server is writing to the file, that is waited for.
     */
    private static final List<String> PREPARATION = List.of(
            "PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA",
            "CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID");

    enum Outcome { DONE, TAKEN, WRONG, OUT_OF_ORDER }

    private final PasswordHasher passwords;
    private final Connection database;
    private final PreparedStatement find;
    private final PreparedStatement add;

    private Accounts(PasswordHasher passwords, Connection database) throws SQLException {
        this.passwords = passwords;
        this.database = database;
        try (Statement statement = database.createStatement()) {
            for (String step : PREPARATION) {
                statement.execute(step);
            }
        }
        this.find = database.prepareStatement("SELECT hash FROM accounts WHERE name = ?");
        this.add = database.prepareStatement(
                "INSERT INTO accounts (name, hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING");
    }

    /** Opens or makes the file. Throws with one line for the user when that is not possible. */
    static Accounts open(String file, PasswordHasher passwords) {
        try {
            Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            try {
                return new Accounts(passwords, database);
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(
                    "cannot keep accounts in %s: %s; name another file with --accounts, or :memory: to keep none"
                            .formatted(file, e.getMessage()), new IOException(e));
        }
    }

    /** Of two that want one name at one instant the database's own key lets one through. */
    Outcome register(UserName name, String password) {
        String hash = passwords.hash(password);   // outside the lock: others need not wait for it
        try {
            return insert(name, hash) ? Outcome.DONE : Outcome.TAKEN;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /**
     * Who guesses does not learn which names there are: an unknown name costs as much hashing as a wrong password.
     * (An account that was made with another --hash-cost still takes its own time.)
     */
    Outcome login(UserName name, String password) {
        try {
            String hash = hash(name);
            boolean fits = passwords.fit(password, hash == null ? passwords.decoy() : hash);
            return fits && hash != null ? Outcome.DONE : Outcome.WRONG;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /** TAKEN when the name belongs to somebody, and DONE, there is nothing to do, when it does not. */
    Outcome lookUp(UserName name) {
        try {
            return hash(name) == null ? Outcome.DONE : Outcome.TAKEN;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    private synchronized boolean insert(UserName name, String hash) throws SQLException {
        add.setString(1, name.key());
        add.setString(2, hash);
        return add.executeUpdate() == 1;
    }

    private synchronized String hash(UserName name) throws SQLException {
        find.setString(1, name.key());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static Outcome failed(SQLException e) {
        Log.warn("the accounts cannot be used: " + e.getMessage());
        return Outcome.OUT_OF_ORDER;
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } catch (SQLException e) {
            failed(e);
        }
    }
}
