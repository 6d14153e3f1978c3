package socketlab.report;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as a person would write them, the same in the table, on the page and in the charts. */
final class Words {
    private static final double MIB = 1024 * 1024;

    private Words() {}

    /** A time given in milliseconds: {@code 5.00 s}, {@code 12.3 ms}, {@code 45 µs}. */
    static String time(double ms) {
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

    static String bytes(long bytes) {
        return bytes >= 10_000 * MIB ? format("%.1f GiB", bytes / MIB / 1024) : format("%.0f MiB", bytes / MIB);
    }

    static String percent(double percent) {
        return format("%.1f %%", percent);
    }

    static String number(long number) {
        return format("%,d", number);
    }

    /** {@code 1 request}, {@code 5 requests}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1st}, {@code 2nd}, {@code 11th}. */
    static String ordinal(long number) {
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
    static String times(double ratio) {
        double rounded = ratio >= 9.95 ? Math.rint(ratio) : Math.rint(ratio * 10) / 10;
        boolean whole = rounded == Math.rint(rounded);
        return format(whole ? "%,.0f times" : "%.1f times", rounded);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** {@code text} for paper and page, where a number stays on one line with its unit. */
    static String unbroken(String text) {
        return text.replaceAll("(\\d) (µs|ms|s|%)(?!\\w)", "$1\u00A0$2");
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
