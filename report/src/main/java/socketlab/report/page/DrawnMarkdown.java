package socketlab.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.InputFile;

/** {@code report.md}: drawn again like every other file, unless somebody changed it. Its last line has its checksum. */
public record DrawnMarkdown(Path file) {
    private static final String MARK = "<!-- Drawn by lab report. A file that is changed by hand is not drawn again. sha256 ";
    private static final String END = " -->\n";

    /** Whether there is a file that is not as it was drawn. */
    public boolean changedByHand() throws IOException {
        InputFile old = new InputFile(file);
        if (!old.exists()) {
            return false;
        }
        String text = new String(old.bytes(), StandardCharsets.UTF_8);
        int mark = text.lastIndexOf(MARK);
        return mark < 0 || !text.equals(marked(text.substring(0, mark)));
    }

    /** Writes the text, over an old file. */
    public Path write(String text) throws IOException {
        return AtomicFile.at(file).write(marked(text.stripTrailing() + "\n\n"));
    }

    private static String marked(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return text + MARK + HexFormat.of().formatHex(sum) + END;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
