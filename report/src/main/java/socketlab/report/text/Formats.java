package socketlab.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import socketlab.report.analysis.Failures;
import socketlab.results.files.PrintableText;

/** Numbers, times and lists as text, the same in tables, pages and charts. */
public final class Formats {
    private static final double MIB = 1024 * 1024;
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "eleven", "twelve");

    private Formats() {}

    /** A time given in milliseconds: {@code 5.00 s}, {@code 12.3 ms}, {@code 45 µs}. */
    public static String time(double ms) {
        double size = Math.abs(ms);
        if (size >= 99_995) {
            return format("%,.0f s", ms / 1000);
        }
        if (size >= 999.5) {
            return format("%.2f s", ms / 1000);
        }
        if (size >= 99.95) {
            return format("%.0f ms", ms);
        }
        return size >= 0.9995 ? format("%.1f ms", ms) : format("%.0f µs", ms * 1000);
    }

    /** {@code 54 MiB}, {@code 12.1 GiB}. */
    public static String bytes(long bytes) {
        return bytes >= 10_000 * MIB ? format("%.1f GiB", bytes / MIB / 1024) : format("%.0f MiB", bytes / MIB);
    }

    /** {@code 2.9 KiB}. */
    public static String kib(double kib) {
        return format(Math.abs(kib) >= 99.95 ? "%,.0f KiB" : "%.1f KiB", kib);
    }

    /** A rate per second: {@code 12,345/s}, {@code 0.80/s}. */
    public static String rate(double perSecond) {
        return format(perSecond >= 99.95 ? "%,.0f/s" : perSecond >= 9.995 ? "%.1f/s" : "%.2f/s", perSecond);
    }

    /** {@code 12.3 %}. */
    public static String percent(double percent) {
        return format("%.1f %%", percent);
    }

    /** {@code 12,345}. */
    public static String number(long number) {
        return format("%,d", number);
    }

    /** A number for a column whose heading names the unit, with three to four digits: {@code 5,001}, {@code 12.30}. */
    public static String figure(double value) {
        if (value > 0 && value < 0.01) {
            return new BigDecimal(value).round(new MathContext(2)).toPlainString();   // a small measurement is no zero
        }
        String small = value > 0 && value < 0.1 ? "%.3f" : "%.2f";
        return format(value >= 1000 ? "%,.0f" : value >= 100 ? "%.1f" : small, value);
    }

    /** {@code 1 request}, {@code 5 requests}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}. */
    public static String ordinal(long number) {
        boolean teens = number % 100 >= 11 && number % 100 <= 13;
        String ending = switch ((int) (teens ? 0 : number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
        return number(number) + ending;
    }

    /** {@code 5 times}, {@code 2.5 times}, {@code 120 times}. */
    public static String times(double ratio) {
        double rounded = ratio >= 9.95 ? Math.rint(ratio) : Math.rint(ratio * 10) / 10;
        boolean whole = rounded == Math.rint(rounded);
        return format(whole ? "%,.0f times" : "%.1f times", rounded);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** Failures by outcome: {@code 10 refused, 2 timeout}; where the outcomes are unknown, {@code 12 failures}. */
    public static String failures(Map<String, Integer> errors, int failed) {
        return errors.isEmpty() ? count(failed, "failure") : String.join(", ", errors.entrySet().stream()
                .map(error -> number(error.getValue()) + " " + error.getKey()).toList());
    }

    /** {@code seven}; in figures from thirteen on. */
    public static String spelled(int number) {
        return number >= 1 && number <= NUMBERS.size() ? NUMBERS.get(number - 1) : number(number);
    }

    /** {@code a, b and c}; of more than three only their number, by a pattern such as {@code the other %s}. */
    public static String some(List<String> items, String many) {
        return items.size() <= 3 ? list(items) : format(many, spelled(items.size()));
    }

    /** {@code text} with a capital first letter. */
    public static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code text} for any terminal: our own signs in ASCII, and nothing that could steer it. */
    public static String plain(String text) {
        return PrintableText.of(text).replace("µs", "us").replace("…", "...").replace('\u00A0', ' ');
    }

    /** {@code text} for a page: a number stays on one line with its unit. */
    public static String unbroken(String text) {
        return text.replaceAll("(\\d) (µs|ms|s|KiB|MiB|GiB|%)(?!\\w)", "$1\u00A0$2");
    }

    /** {@link String#format}, in the same locale everywhere. */
    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
