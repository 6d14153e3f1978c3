package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path temporary;

    @Test
    void thereIsOneForThisUserAloneUntilItIsDeleted() throws IOException {
        Path folder = PrivateFolder.path();
        assertThat(PrivateFolder.path()).isEqualTo(folder).isDirectory();
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no modes on this system");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("file"), "x");
        PrivateFolder.delete();
        assertThat(folder).doesNotExist();
        PrivateFolder.delete();
        assertThat(PrivateFolder.path()).as("a new one").isNotEqualTo(folder).isDirectory();
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(temporary.resolve(name));
    }

    private void deleteStale(Instant madeBefore) throws IOException {
        UserPrincipal user = Files.getOwner(temporary);
        PrivateFolder.deleteStale(temporary, user, madeBefore);
    }

    @Test
    void theFolderOfAProcessThatWasKilledIsDeletedByTheNext() throws IOException {
        Path killed = folder("socketlab-1");
        Files.writeString(killed.resolve("lock"), "");
        Path killedBeforeItsLock = folder("socketlab-2");
        deleteStale(Instant.now().plusSeconds(1));
        assertThat(killed).doesNotExist();
        assertThat(killedBeforeItsLock).doesNotExist();
    }

    @Test
    void theFolderOfALivingProcessIsKept() throws IOException {
        Path living = folder("socketlab-1");
        try (FileChannel lock = FileChannel.open(living.resolve("lock"), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            deleteStale(Instant.now().plusSeconds(1));
        }
        assertThat(living).isDirectory();
    }

    @Test
    void whatIsNotAnOldFolderOfOursIsKept() throws IOException {
        Path victim = Files.writeString(folder("victim").resolve("file"), "x");
        Path link = Files.createSymbolicLink(temporary.resolve("socketlab-link"), victim.getParent());
        Path file = Files.writeString(temporary.resolve("socketlab-file"), "x");
        Path other = folder("other-1");
        deleteStale(Instant.now().plusSeconds(1));
        assertThat(victim).exists();
        assertThat(link).isSymbolicLink();
        assertThat(file).exists();
        assertThat(other).exists();
        Path beingMade = folder("socketlab-1");
        deleteStale(Instant.now().minusSeconds(60));
        assertThat(beingMade).isDirectory();
        Path with = folder("socketlab-3");
        Files.createSymbolicLink(with.resolve("link"), victim.getParent());
        deleteStale(Instant.now().plusSeconds(1));
        assertThat(with).doesNotExist();
        assertThat(victim).as("links are not followed").exists();
    }
}
