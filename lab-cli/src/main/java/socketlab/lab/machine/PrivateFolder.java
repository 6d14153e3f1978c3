package socketlab.lab.machine;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import socketlab.core.Log;

/**
 * A temporary folder of this process alone. Its name is random and its mode 0700, so no other user can read it or put a
 * link in its place. It is deleted when the JVM ends, also by SIGINT or SIGTERM. What {@code kill -9} leaves is deleted by
 * the next process of the same user that needs such a folder. Any thread.
 */
public final class PrivateFolder {
    private static final String PREFIX = "socketlab-";
    /** Locked as long as the process lives: unlike a process id, a lock is seen from other containers and never reused. */
    private static final String LOCK = "lock";
    private static final Duration BEING_MADE = Duration.ofMinutes(1);

    private static Path own;   // under the class's monitor, as the lock
    private static FileChannel lock;

    private PrivateFolder() {}

    /**
     * The folder; the first call makes it.
     *
     * @throws UncheckedIOException with one line, where the system's temporary folder cannot be written
     */
    public static synchronized Path path() {
        if (own == null) {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            try {
                own = make(temporary);
            } catch (IOException e) {
                throw new UncheckedIOException(format("cannot make a folder in %s: %s", temporary, e.getMessage()), e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(PrivateFolder::delete, "private-folder"));
        }
        return own;
    }

    private static Path make(Path temporary) throws IOException {
        Path folder = Files.createTempDirectory(temporary, PREFIX);   // mode 0700
        lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.tryLock();
        deleteStale(temporary, Files.getOwner(folder), Instant.now().minus(BEING_MADE));
        return folder;
    }

    /** Deletes the folder, if there is one. Call it before {@link Runtime#halt}, which runs no shutdown hook. */
    public static synchronized void delete() {
        if (own != null) {
            try {
                lock.close();
            } catch (IOException e) {
                Log.debug("cannot close " + own.resolve(LOCK), e);
            }
            delete(own);
            own = null;
        }
    }

    /** Deletes the folders of this user's processes that have ended; a younger one may not have its lock yet. */
    static void deleteStale(Path temporary, UserPrincipal user, Instant madeBefore) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isStale(folder, user, madeBefore)) {
                    delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            Log.debug("cannot look for old folders in " + temporary, e);
        }
    }

    private static boolean isStale(Path folder, UserPrincipal user, Instant madeBefore) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)
                    && Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(madeBefore)
                    && !isLocked(folder.resolve(LOCK));
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (NoSuchFileException neverLocked) {
            return false;
        }
    }

    /** Links are deleted, not followed. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            Log.debug("cannot delete " + folder, e);   // Windows keeps a library that is in use; the next process deletes it
        }
    }
}
