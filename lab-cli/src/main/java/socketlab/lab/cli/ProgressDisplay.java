package socketlab.lab.cli;

import static socketlab.core.Text.format;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import socketlab.lab.measure.Progress;

/** A progress bar for each model on stderr, where stderr is a terminal; notes on stderr in any case. */
final class ProgressDisplay implements Progress {
    private static final int COLUMNS = 79;
    private static final int EVERY_MILLIS = 100;

    private final boolean watched;
    private ProgressBar bar;

    ProgressDisplay(boolean watched) {
        this.watched = watched;
    }

    @Override
    public void begin(String model, int requests) {
        if (watched) {
            bar = new ProgressBarBuilder().setTaskName(format("%-12s", model))
                    .setInitialMax(requests == 0 ? -1 : requests).setUpdateIntervalMillis(EVERY_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII).clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, COLUMNS)).build();
        }
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
        System.err.println(line);
    }
}
