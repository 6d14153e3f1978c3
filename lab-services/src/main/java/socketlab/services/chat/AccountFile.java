package socketlab.services.chat;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static socketlab.core.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.Text;

/**
 * Where accounts are kept: a file, or nowhere. SQLite's driver takes more than that for a name: it fetches
 * {@code :resource:http://...} from the network, opens {@code file:} URIs, and reads settings behind a question mark.
 *
 * @param name as the user writes it: the path of a file, or {@code :memory:}
 */
record AccountFile(String name) {
    private static final Pattern MORE_THAN_A_PATH = Pattern.compile("(?s)\\s*|:.*|[A-Za-z][A-Za-z0-9+.-]+:.*|.*\\?.*");

    /**
     * The file with this name; it need not exist.
     *
     * @throws IllegalArgumentException with one line for the user, when the name is neither a plain path nor {@code :memory:}
     */
    static AccountFile parse(String name) {
        if (!name.equals(Chat.NO_FILE) && MORE_THAN_A_PATH.matcher(name).matches()) {
            throw new IllegalArgumentException(format("--accounts '%s': that is no plain path, and the driver of SQLite reads"
                    + " more into it; name a file, such as accounts.db, or :memory: to keep none", Text.printable(name)));
        }
        return new AccountFile(name);
    }

    boolean inMemory() {
        return name.equals(Chat.NO_FILE);
    }

    /**
     * Creates the file if there is none. Only its owner may read and write it, from the first moment on; SQLite gives the
     * journal beside it the same permissions. A file system without permissions ignores them.
     */
    void create() throws IOException {
        Path path = Path.of(name);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a file");
        }
        if (Files.notExists(path)) {   // or it is a link to a file that does not exist: CREATE makes that one
            FileAttribute<?>[] ownerOnly = path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0];
            Files.newByteChannel(path, Set.of(CREATE, WRITE), ownerOnly).close();
        }
    }

    /** Which file has the name at the moment (device and inode, where there are such); empty when it is gone. */
    Optional<Object> identity() {
        try {
            Object key = Files.readAttributes(Path.of(name), BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? name : key);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
