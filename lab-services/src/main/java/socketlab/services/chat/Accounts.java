package socketlab.services.chat;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;
import socketlab.core.Log;

/**
 * Names and password hashes in one SQLite file. Every method waits for the disk or computes a hash: call it inside a
 * {@code Compute} task only, on any thread. No password is stored, logged or put into an exception.
 */
final class Accounts implements AutoCloseable {
    /**
     * A registration that was answered survives {@code kill -9}: an insert returns when the operating system has the
     * data. {@code synchronous = EXTRA} also waits for the disk, including the directory entry of the journal, so it
     * survives a power cut too. {@code journal_mode = DELETE} (no write-ahead log) leaves one file to copy and works on
     * a network file system. {@code busy_timeout} (ms) waits while another server writes to the same file.
     */
    private static final List<String> SETUP = List.of(
            "PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA",
            "CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID");

    /** How an account operation ended; UNAVAILABLE: the database failed, and the log says why. */
    enum Outcome {
        OK, NAME_TAKEN, WRONG_CREDENTIALS, UNAVAILABLE
    }

    private final PasswordHasher hasher;
    private final Connection database;
    private final PreparedStatement find;
    private final PreparedStatement add;

    private Accounts(PasswordHasher hasher, Connection database) throws SQLException {
        this.hasher = hasher;
        this.database = database;
        try (Statement statement = database.createStatement()) {
            for (String sql : SETUP) {
                statement.execute(sql);
            }
        }
        this.find = database.prepareStatement("SELECT hash FROM accounts WHERE name = ?");
        this.add = database.prepareStatement(
                "INSERT INTO accounts (name, hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING");
    }

    /**
     * Opens the file and creates it if needed; {@code :memory:} keeps the accounts in memory only.
     *
     * @throws UncheckedIOException with one line for the user when that fails
     */
    static Accounts open(String file, PasswordHasher hasher) {
        loadLibrary();
        try {
            Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
            try {
                return new Accounts(hasher, database);
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(
                    format("cannot keep accounts in %s: %s; choose another file with --accounts, or :memory: to keep none", file,
                            e.getMessage()), new IOException(e));
        }
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
            return insert(name, hash) ? Outcome.OK : Outcome.NAME_TAKEN;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /**
     * OK, WRONG_CREDENTIALS or UNAVAILABLE. An unknown name takes as long as a wrong password, so the time does not
     * tell which names exist. (An account created with another {@code --hash-cost} still takes its own time.)
     */
    Outcome login(UserName name, String password) {
        try {
            String hash = hash(name);
            boolean matches = hasher.matches(password, hash == null ? hasher.dummyHash() : hash);
            return matches && hash != null ? Outcome.OK : Outcome.WRONG_CREDENTIALS;
        } catch (SQLException e) {
            return failed(e);
        }
    }

    /** NAME_TAKEN when an account has this name, OK when the name is free, else UNAVAILABLE. */
    Outcome lookUp(UserName name) {
        try {
            return hash(name) == null ? Outcome.OK : Outcome.NAME_TAKEN;
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
        return Outcome.UNAVAILABLE;
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
