package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Amounts of memory as the JVM takes them: {@code 65536}, {@code 512k}, {@code 64m}, {@code 1g}; from 1 byte to 1 TiB. */
public final class Bytes implements ITypeConverter<Long> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,13})([kmgKMG]?)");
    private static final long MOST = 1L << 40;

    @Override
    public Long convert(String text) {
        Matcher form = FORM.matcher(text);
        long count = form.matches() ? Long.parseLong(form.group(1)) : 0;
        int shift = form.matches() ? shift(form.group(2)) : 0;
        if (count < 1 || count > MOST >> shift) {
            throw new TypeConversionException(format("'%s' is no number of bytes; write 65536, 512k, 64m or 1g", text));
        }
        return count << shift;
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "k", "K" -> 10;
            case "m", "M" -> 20;
            case "g", "G" -> 30;
            default -> 0;
        };
    }
}
