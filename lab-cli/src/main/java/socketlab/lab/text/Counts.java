package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Counts as people write them: {@code 5}, {@code 10k}, {@code 1m}; from 1 to 100 million. */
public final class Counts implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([km]?)");
    private static final long MOST = 100_000_000;

    @Override
    public Integer convert(String text) {
        Matcher form = FORM.matcher(text);
        long count = !form.matches() ? -1 : Long.parseLong(form.group(1)) * switch (form.group(2)) {
            case "k" -> 1_000;
            case "m" -> 1_000_000;
            default -> 1;
        };
        if (count < 1 || count > MOST) {
            throw new TypeConversionException(
                    format("'%s' is not a count; write a whole number from 1, such as 5, 1000 or 10k", text));
        }
        return (int) count;
    }
}
