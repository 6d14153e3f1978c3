package socketlab.lab.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import socketlab.core.Log;
import socketlab.lab.machine.PrivateFolder;

/**
 * Sends what libraries unpack and cache into our private folder. The system's temporary folder is everybody's: PDFBox would
 * follow another user's link there, and SQLite leave its native library behind.
 */
final class TemporaryFolder {
    private TemporaryFolder() {}

    /** Before the first use of these libraries. Where there is no such folder, the one that needs it says so. */
    static void makePrivate() {
        try {
            Path folder = PrivateFolder.path();
            Properties properties = System.getProperties();
            properties.putIfAbsent("org.sqlite.tmpdir", folder.toString());   // or the user has chosen another one
            properties.putIfAbsent("pdfbox.fontcache", folder.toString());
        } catch (UncheckedIOException unwritable) {
            Log.debug("temporary files go where their libraries put them", unwritable);
        }
    }
}
