package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Names as people give them to a server or a run: of 200 bytes at most, without control characters. They become part of
 * file names, and a file system that refuses one when the run is over would lose the run.
 */
public final class FileSafeName implements ITypeConverter<String> {
    private static final int MOST_BYTES = 200;   // of the 255 that file systems allow: a time or an ending is added

    @Override
    public String convert(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new TypeConversionException(format("a name has 1 to %d bytes, this one has %d", MOST_BYTES, bytes));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new TypeConversionException("a name has no control characters");
        }
        return text;
    }

    /** The same for the name of a folder, which must not lead into another one. */
    public static final class OfFolder implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.matches(".*[/\\\\].*")) {
                throw new TypeConversionException(format("'%s' leads into another folder; write a name without / and \\, and"
                        + " the folder above it as --results DIR", text));
            }
            return new FileSafeName().convert(text);
        }
    }
}
