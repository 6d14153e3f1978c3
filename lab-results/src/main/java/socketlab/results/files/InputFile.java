package socketlab.results.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file of a folder that anybody may have filled. Only a regular file is opened: a pipe or a device could be read for ever,
 * and a link may lead to a file that is not the folder's.
 */
public record InputFile(Path file) {
    /** The largest text that is read as a whole, such as {@code run.json}: 64 MiB. */
    public static final int MOST_BYTES = 64 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Whether something of this name is there, of whatever kind. */
    public boolean exists() {
        return Files.exists(file, NOFOLLOW_LINKS);
    }

    /** Whether it would be opened. */
    public boolean isRegular() {
        return Files.isRegularFile(file, NOFOLLOW_LINKS);
    }

    /** The whole file as UTF-8 text, without the byte order mark that some editors put before the first character. */
    public String text() throws IOException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    }

    /**
     * The whole file.
     *
     * @throws java.nio.file.NoSuchFileException where there is none
     * @throws ResultsException where it is no regular file, or larger than {@link #MOST_BYTES}
     */
    public byte[] bytes() throws IOException {
        try (InputStream in = open(MOST_BYTES)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {   // it has grown since
                throw tooLarge();
            }
            return bytes;
        }
    }

    private ResultsException tooLarge() {
        return new ResultsException(file + " is larger than " + (MOST_BYTES >> 20) + " MiB, and no more is read");
    }

    /** A reader of UTF-8 text of any length that stands behind a byte order mark; the caller closes it. */
    public BufferedReader reader() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(open(Long.MAX_VALUE), StandardCharsets.UTF_8.newDecoder()));
        in.mark(1);
        if (in.read() != BYTE_ORDER_MARK) {
            in.reset();
        }
        return in;
    }

    private InputStream open(long most) throws IOException {
        BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (kind.size() > most) {
            throw tooLarge();
        }
        if (!kind.isRegularFile()) {
            throw new ResultsException(file + (kind.isSymbolicLink() ? " is a link; copy the file itself there"
                    : kind.isDirectory() ? " is a folder, not a file" : " is a pipe or a device, not a file"));
        }
        return Files.newInputStream(file, NOFOLLOW_LINKS);
    }
}
