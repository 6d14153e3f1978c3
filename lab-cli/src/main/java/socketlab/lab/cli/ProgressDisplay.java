package socketlab.lab.cli;

import static socketlab.core.Text.format;
import static socketlab.core.Text.printable;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import socketlab.lab.measure.Progress;

/** A progress bar for each measurement on stderr, where stderr is a terminal; notes on stderr in any case. */
final class ProgressDisplay implements Progress {
    private static final int EVERY_MILLIS = 100;

    private final boolean watched;
    private final TerminalColors colors = TerminalColors.of(Terminal.STDERR);
    private String position = "";
    private ProgressBar bar;
    private volatile long startNanos;   // 0 before the load begins

    ProgressDisplay(boolean watched) {
        this.watched = watched;
    }

    @Override
    public void next(int number, int of) {
        position = of == 1 ? "" : format("%d of %d", number, of);
    }

    @Override
    public void begin(String model, int requests, Optional<Duration> duration) {
        if (!watched) {
            return;
        }
        startNanos = 0;
        String name = printable(model);
        String where = position;
        int columns = Terminal.columns(Terminal.STDERR) - 1;   // in the last column a terminal may break the line
        bar = new ProgressBarBuilder().setInitialMax(requests).setUpdateIntervalMillis(EVERY_MILLIS).clearDisplayOnFinish()
                .setRenderer((state, width) -> duration
                        .map(whole -> line(name, where, whole))
                        .orElseGet(() -> line(name, where, state.getCurrent(), requests)).text(columns))
                .setConsumer(new ConsoleProgressBarConsumer(System.err, columns)).build();
    }

    private ProgressLine line(String model, String where, long ended, long requests) {
        double fraction = Math.clamp(ended / (double) Math.max(1, requests), 0, 1);
        Duration left = ended == 0 ? Duration.ofNanos(-1)
                : Duration.ofNanos((long) (elapsedNanos() * (1 - fraction) / fraction));
        return new ProgressLine(model, where, fraction, format("%d of %d", Math.min(ended, requests), requests), left);
    }

    private ProgressLine line(String model, String where, Duration whole) {
        Duration elapsed = Duration.ofNanos(elapsedNanos());
        Duration left = whole.minus(elapsed);
        return new ProgressLine(model, where, Math.clamp(elapsed.toNanos() / (double) whole.toNanos(), 0, 1),
                format("%d of %d s", Math.min(elapsed.toSeconds(), whole.toSeconds()), whole.toSeconds()),
                left.isNegative() ? Duration.ZERO : left);
    }

    private long elapsedNanos() {
        long start = startNanos;
        return start == 0 ? 0 : System.nanoTime() - start;
    }

    @Override
    public void started() {
        startNanos = System.nanoTime();
    }

    @Override
    public void requestEnded() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void note(String line) {
        System.err.println(colors.warning(printable(line)));
    }
}
