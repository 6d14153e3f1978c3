package socketlab.services.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** One connection to the database of accounts, with its statements. One thread at a time. */
final class AccountDatabase implements AutoCloseable {
    /**
     * A registration that was answered survives {@code kill -9}: an insert returns when the operating system has the
     * data. {@code synchronous = EXTRA} also waits for the disk, including the directory entry of the journal, so it
     * survives a power cut too. {@code journal_mode = DELETE} (no write-ahead log) leaves one file to copy and works on
     * a network file system. {@code busy_timeout} (ms) waits while another server writes to the same file.
     */
    private static final List<String> SETTINGS = List.of(
            "PRAGMA busy_timeout = 5000", "PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA");
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID";

    private final AccountFile file;
    private final Optional<Object> identity;   // when it was opened
    private final Connection connection;
    private PreparedStatement find;
    private PreparedStatement add;
    private PreparedStatement replace;

    private AccountDatabase(AccountFile file, Connection connection) {
        this.file = file;
        this.identity = file.identity();
        this.connection = connection;
    }

    /** Opens the file, which must exist; the table of accounts is made where there is none. */
    static AccountDatabase create(AccountFile file) throws SQLException {
        return open(file, TABLE);
    }

    /** Opens the file and the table of accounts again, which must both exist: an empty file is not taken for no accounts. */
    static AccountDatabase reopen(AccountFile file) throws SQLException {
        return open(file, "SELECT 1 FROM accounts LIMIT 1");
    }

    private static AccountDatabase open(AccountFile file, String table) throws SQLException {
        if (!file.inMemory() && file.identity().isEmpty()) {
            throw new SQLException("the file is gone");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);   // SQLite would let everybody read the file
        AccountDatabase database = new AccountDatabase(file, config.createConnection("jdbc:sqlite:" + file.name()));
        try {
            database.prepare(table);
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    private void prepare(String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            statement.execute(table);
        }
        find = connection.prepareStatement("SELECT hash FROM accounts WHERE name = ?");
        add = connection.prepareStatement(
                "INSERT INTO accounts (name, hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING");
        replace = connection.prepareStatement("UPDATE accounts SET hash = ? WHERE name = ? AND hash = ?");
    }

    /** False when the file was deleted or replaced: nobody will see again what is written here. */
    boolean isSameFile() {
        return file.inMemory() || file.identity().equals(identity);
    }

    /** The hash of the account with this name; null when there is none. */
    String hash(String name) throws SQLException {
        find.setString(1, name);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Adds an account; false when the name is taken. */
    boolean add(String name, String hash) throws SQLException {
        add.setString(1, name);
        add.setString(2, hash);
        return add.executeUpdate() == 1;
    }

    /** Replaces the hash of an account; false when it is no longer {@code before}. */
    boolean replace(String name, String before, String hash) throws SQLException {
        replace.setString(1, hash);
        replace.setString(2, name);
        replace.setString(3, before);
        return replace.executeUpdate() == 1;
    }

    /** Closes the statements too. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
