package socketlab.lab.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import socketlab.lab.text.Pause;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;
import socketlab.results.LoadSettings;

/**
 * How a load goes on: by whom or by the clock, in which steps, how often.
 *
 * @param ratePerS requests per second in total; 0: a closed loop
 * @param seed     decides all that chance decides: the moments of arrival, and the order of the steps
 * @param warmup   the same load before, unrecorded
 * @param ramp     of a closed loop: the clients start spread over so long
 * @param repeat   how often every step is measured
 * @param pause    of our own server
 */
public record LoadSchedule(double ratePerS, Arrivals arrivals, long seed, Duration warmup, Duration ramp,
                     Optional<SweepPlan> sweep, int repeat, Optional<Pause> pause) {

    /** The levels of every model's steps, repeats beside one another. */
    public List<LoadLevel> levels(List<Integer> idle, int clients) {
        List<LoadLevel> levels = new ArrayList<>();
        for (int others : idle.isEmpty() ? List.of(0) : idle) {
            LoadLevel usual = new LoadLevel(others, clients, ratePerS, false);
            List<LoadLevel> steps = sweep.map(by -> by.values().stream().map(value -> by.at(value, usual)).toList())
                    .orElse(List.of(usual));
            steps.forEach(level -> levels.addAll(Collections.nCopies(repeat, level)));
        }
        return levels;
    }

    /** Each round has moments of its own, and every model the same ones. */
    public Loop loop(RunStep step) {
        return step.level().ratePerS() > 0 ? new Loop.Open(step.level().ratePerS(), arrivals, seed + step.round() - 1)
                : new Loop.Closed(ramp);
    }

    /** Whether steps are measured in an order of chance, so that a machine that tires favours none of them. */
    public boolean shuffled() {
        return sweep.isPresent() || repeat > 1;
    }

    /** Nothing about it is out of the ordinary. */
    boolean plain() {
        return !open() && !shuffled() && warmup.isZero() && ramp.isZero() && pause.isEmpty();
    }

    /** Whether requests come by the clock. */
    public boolean open() {
        return ratePerS > 0 || sweep.filter(by -> by.of().equals(SweepPlan.RATE)).isPresent();
    }

    /** The same load as results have it. */
    public LoadSettings settings(LoadSettings usual, LoadLevel level, Optional<Duration> duration) {
        return usual.withSchedule(new LoadSettings.Schedule(level.ratePerS(),
                open() ? arrivals.name().toLowerCase(Locale.ROOT) : "", seed, millis(duration), millis(warmup), millis(ramp),
                sweep.map(by -> new LoadSettings.Sweep(by.of(), by.values())).orElse(null),
                pause.map(stop -> new LoadSettings.Pause(millis(stop.at()), millis(stop.length()))).orElse(null)));
    }

    private static double millis(Optional<Duration> time) {
        return time.map(LoadSchedule::millis).orElse(0.0);
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
