package socketlab.report.draw;

import java.util.ArrayList;
import java.util.List;
import socketlab.report.text.Formats;

/**
 * An axis with its numbers. On a logarithmic axis equal distances are equal factors, so it has no zero and nothing below.
 *
 * @param shares a value of 100 stands for the slowest one of a hundred, and its label is 99 %
 * @param from the value at its start
 * @param to the value at its end
 * @param ticks the values with a number; on a logarithmic axis 1, 2 and 5 times the powers of ten, or the powers alone
 */
public record PlotAxis(boolean log, boolean shares, double from, double to, List<Double> ticks) {
    private static final double WIDE = 20;
    private static final double LEAST_SPAN = 10;
    private static final int FEW = 8;

    /** An axis of values, not of percentiles. */
    public PlotAxis(boolean log, double from, double to, List<Double> ticks) {
        this(log, false, from, to, ticks);
    }

    /** For percentiles, up to the slowest one of {@code most}; every further nine has the same distance. */
    public static PlotAxis ofShares(double most) {
        List<Double> ticks = new ArrayList<>(List.of(1.0, 2.0));
        for (double one = 10; one <= most; one *= 10) {
            ticks.add(one);
        }
        return new PlotAxis(true, true, 1, Math.max(10, most), ticks);
    }

    /**
     * For measured counts, each with its own number where there is space.
     *
     * @param length of the axis in pixels
     * @param apart the least distance of two numbers in pixels
     */
    public static PlotAxis ofCounts(List<? extends Number> counts, double length, double apart) {
        double first = counts.getFirst().doubleValue();
        double last = Math.max(1, counts.getLast().doubleValue());
        boolean log = first > 0 && last >= WIDE * first;
        PlotAxis plain = log ? new PlotAxis(true, first / 1.3, last * 1.3, List.of())
                : new PlotAxis(false, 0, last * 1.05, List.of());
        double perPixel = (plain.at(plain.to) - plain.at(plain.from)) / length;
        List<Double> ticks = new ArrayList<>();
        for (Number measured : counts.reversed()) {
            double count = measured.doubleValue();
            if (ticks.isEmpty() || (plain.at(ticks.getLast()) - plain.at(count)) / perPixel >= apart) {
                ticks.add(count);
            }
        }
        return new PlotAxis(log, plain.from, plain.to, ticks);
    }

    /** For values from {@code low} to {@code high}; an axis that is not logarithmic starts at zero. */
    public static PlotAxis ofValues(boolean log, double low, double high) {
        if (!log || low <= 0) {
            return linear(high > 0 ? high : 1);
        }
        // A shorter span would make a difference of a few percent look large.
        double stretch = 1.15 * Math.sqrt(Math.max(1, LEAST_SPAN * low / high));
        double from = low / stretch;
        double to = high * stretch;
        List<Double> fine = steps(from, to, 1, 2, 5);
        return new PlotAxis(true, from, to, fine.size() <= FEW ? fine : steps(from, to, 1));
    }

    private static PlotAxis linear(double high) {
        double power = Math.pow(10, Math.floor(Math.log10(high)));
        double step = high / power < 2 ? power / 2 : high / power < 5 ? power : 2 * power;
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= high * 1.04; i++) {
            ticks.add(i * step);
        }
        return new PlotAxis(false, 0, high * 1.06, ticks);
    }

    private static List<Double> steps(double from, double to, int... digits) {
        List<Double> steps = new ArrayList<>();
        for (double power = Math.pow(10, Math.floor(Math.log10(from))); power <= to; power *= 10) {
            for (int digit : digits) {
                if (digit * power >= from && digit * power <= to) {
                    steps.add(digit * power);
                }
            }
        }
        return steps;
    }

    /** The place of {@code value} in the plot's own coordinates; on a logarithmic axis nothing is before its start. */
    public double at(double value) {
        return log ? Math.log10(Math.max(value, from)) : value;
    }

    /** The number at a tick: {@code 10,000}, {@code 0.05}, {@code 99.9 %}. */
    public String label(double tick) {
        if (shares) {
            return Formats.format("%.6f", 100 - 100 / tick).replaceAll("\\.?0+$", "") + " %";
        }
        if (tick >= 10 || Math.abs(tick - Math.rint(tick)) < 1e-9) {
            return Formats.number(Math.round(tick));
        }
        return Formats.format("%.4f", tick).replaceAll("\\.?0+$", "");
    }

    /** The axis' title; it says where the axis is logarithmic. */
    String title(String name) {
        return log && !shares ? name + ", logarithmic" : name;
    }
}
