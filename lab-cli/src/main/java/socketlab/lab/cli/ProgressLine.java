package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.time.Duration;

/**
 * One line that shows how far a run is: {@code 2 of 9  threaded  [=====     ]  50 %  10 of 20  4 s left}.
 *
 * @param model    what is measured
 * @param position which of the run's measurements this is: {@code 2 of 9}; empty where there is one
 * @param fraction how much of it is done, from 0 to 1
 * @param count    the same as a number: {@code 10 of 20}
 * @param left     how long the rest of it takes; negative where that is not known yet
 */
record ProgressLine(String model, String position, double fraction, String count, Duration left) {
    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 40;

    /** At most this many columns: what matters least is left out first, and then the end is cut off. */
    String text(int columns) {
        String begin = position.isEmpty() ? model : position + "  " + model;
        String end = format("  %3.0f %%", 100 * fraction);
        String rest = left.isNegative() ? "" : format("  %s left", time(left));
        String counted = begin.length() + end.length() + rest.length() + count.length() + 2 <= columns ? "  " + count : "";
        int room = columns - begin.length() - end.length() - rest.length() - counted.length() - 4;
        String line = begin + (room < SHORTEST_BAR ? "" : "  " + bar(Math.min(room, LONGEST_BAR))) + end + counted + rest;
        return line.length() <= columns ? line : line.substring(0, Math.max(0, columns));
    }

    private String bar(int width) {
        int done = (int) (fraction * width);
        return "[" + "=".repeat(done) + " ".repeat(width - done) + "]";
    }

    private static String time(Duration time) {
        long seconds = (time.toMillis() + 999) / 1000;
        return seconds < 100 ? seconds + " s" : format("%d:%02d min", seconds / 60, seconds % 60);
    }
}
