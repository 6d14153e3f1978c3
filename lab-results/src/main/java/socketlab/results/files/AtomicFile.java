package socketlab.results.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that appears whole or not at all, and only in its own folder: it is written under a new name beside its place and
 * renamed into it (POSIX {@code rename}). A link in its place is refused, for whoever made the folder may have aimed it at
 * a file of the user's.
 *
 * @param ownerOnly nobody else may read it, where the file system knows permissions (mode 0600)
 */
public record AtomicFile(Path file, boolean ownerOnly) {

    /** Writes the content of a file; an {@link IOException} leaves the old file as it was. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A file with the permissions that every new file of the user has. */
    public static AtomicFile at(Path file) {
        return new AtomicFile(file, false);
    }

    /** A file that holds data of persons: only the user may read it. */
    public static AtomicFile ownerOnly(Path file) {
        return new AtomicFile(file, true);
    }

    /** Makes a folder where it is missing; a link in its place is refused. */
    public static Path folder(Path folder) throws IOException {
        refuseLink(folder);
        return Files.createDirectories(folder);
    }

    /** Writes the text in UTF-8, over an old file; returns where. */
    public Path write(String text) throws IOException {
        return write(text.getBytes(UTF_8));
    }

    /** Writes these bytes, over an old file; returns where. */
    public Path write(byte[] bytes) throws IOException {
        return write(out -> out.write(bytes));
    }

    /**
     * Writes the content, over an old file; returns where.
     *
     * @throws ResultsException where a link is in its place
     */
    public Path write(Content content) throws IOException {
        refuseLink(file);
        Path folder = realFolder();
        Path fresh = folder.resolve(".lab-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(fresh, Set.of(CREATE_NEW, WRITE),
                    permissions(folder)))) {
                content.writeTo(out);
            }
            Files.move(fresh, folder.resolve(file.getFileName()), ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return file;
    }

    private Path realFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "there is no such folder");
        }
        return folder.toRealPath();
    }

    private FileAttribute<?>[] permissions(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return ownerOnly && posix ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }

    private static void refuseLink(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new ResultsException(file + " is a link to " + Files.readSymbolicLink(file)
                    + ", and nothing is written through a link; delete it");
        }
    }
}
