package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 500ms}, {@code 1s}, {@code 3m}, {@code 0}; a day at most. */
public final class Durations implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(us|ms|s|m|h)|0");
    private static final Map<String, Double> NANOS = Map.of("us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "h", 3600e9);
    private static final Duration LONGEST = Duration.ofDays(1);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException(format("'%s' is not a duration; write 500ms, 1s or 3m", text));
        }
        Duration time = form.group(1) == null ? Duration.ZERO
                : Duration.ofNanos(Math.round(Double.parseDouble(form.group(1)) * NANOS.get(form.group(2))));
        if (time.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(format("'%s' is longer than a day", text));
        }
        return time;
    }

    /** In microseconds, as {@link #convert} reads it. */
    public static String text(Duration time) {
        return time.toNanos() / 1000 + "us";
    }
}
