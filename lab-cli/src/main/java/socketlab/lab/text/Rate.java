package socketlab.lab.text;

import static socketlab.core.Text.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests per second as people write them: {@code 1000}, {@code 0.5}, {@code 10k}. */
public final class Rate {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)([km]?)");
    private static final double MOST = 10_000_000;

    private Rate() {}

    /**
     * Parses a rate.
     *
     * @throws IllegalArgumentException with one line, where it is no number or out of range
     */
    public static double parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        double rate = !form.matches() ? 0 : Double.parseDouble(form.group(1)) * switch (form.group(2)) {
            case "k" -> 1e3;
            case "m" -> 1e6;
            default -> 1;
        };
        if (rate <= 0 || rate > MOST) {
            throw new IllegalArgumentException(
                    format("'%s' is not a number above 0 and at most 10m; write 1000, 0.5 or 10k", text));
        }
        return rate;
    }

    /** As short as possible: {@code 1000}, {@code 0.5}. */
    public static String text(double rate) {
        return rate == Math.rint(rate) ? String.valueOf((long) rate) : String.valueOf(rate);
    }
}
