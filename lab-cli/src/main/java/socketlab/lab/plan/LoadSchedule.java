package socketlab.lab.plan;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import socketlab.lab.text.Pause;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;
import socketlab.results.LoadSettings;

/**
 * When requests start, which steps a load has, and how often they are measured.
 *
 * @param ratePerS requests per second in total; 0: a closed loop
 * @param seed     of the random arrivals and of the order of the steps
 * @param warmup   the same load before, unrecorded
 * @param ramp     of a closed loop: the clients start spread over this time
 * @param sweep    what changes from step to step
 * @param repeat   how many rounds there are
 * @param pause    the server's process is stopped for a while; only a server of ours
 */
public record LoadSchedule(double ratePerS, Arrivals arrivals, long seed, Duration warmup, Duration ramp,
        Optional<SweepPlan> sweep, int repeat, Optional<Pause> pause) {

    /** The levels of every model, in the order of the command line; a level's repetitions stand side by side. */
    public List<LoadLevel> levels(List<Integer> idle, int clients) {
        List<LoadLevel> levels = new ArrayList<>();
        for (int idleClients : idle.isEmpty() ? List.of(0) : idle) {
            LoadLevel usual = new LoadLevel(idleClients, clients, ratePerS, false);
            List<LoadLevel> steps = sweep.map(by -> by.values().stream().map(value -> by.at(value, usual)).toList())
                    .orElse(List.of(usual));
            steps.forEach(level -> levels.addAll(Collections.nCopies(repeat, level)));
        }
        return levels;
    }

    /** The loop of one step: random arrivals differ from round to round, and are the same for every model. */
    Loop loop(RunStep step) {
        return step.level().ratePerS() > 0 ? new Loop.Open(step.level().ratePerS(), arrivals, seed + step.round() - 1)
                : new Loop.Closed(ramp);
    }

    /** A machine that slows down in the middle of a run must favour no step and no model. */
    private boolean shuffled() {
        return sweep.isPresent() || repeat > 1;
    }

    /**
     * The order of measuring: round after round, each round in random order where there is anything to shuffle.
     *
     * @param all    one model's measurements after another's
     * @param number the number of a measurement among those of its model, from 1: a level's repetitions follow each other
     */
    public <T> List<T> inRounds(List<T> all, ToIntFunction<T> number) {
        if (!shuffled()) {
            return all;
        }
        Random random = new Random(seed);
        List<T> ordered = new ArrayList<>();
        for (int i = 0; i < repeat; i++) {
            int repetition = i;
            List<T> round = new ArrayList<>(all.stream()
                    .filter(one -> (number.applyAsInt(one) - 1) % repeat == repetition).toList());
            Collections.shuffle(round, random);
            ordered.addAll(round);
        }
        return ordered;
    }

    /** {@code 7 rounds, each in an order shuffled with --seed 1}; empty where there is one measurement of each model. */
    public Optional<String> order() {
        return !shuffled() ? Optional.empty() : Optional.of(format("%s, %s in an order shuffled with --seed %d",
                repeat == 1 ? "1 round" : repeat + " rounds", repeat == 1 ? "its steps" : "each", seed));
    }

    /** Whether this is one closed loop, started at once and measured once. */
    boolean plain() {
        return !open() && sweep.isEmpty() && repeat == 1 && warmup.isZero() && ramp.isZero() && pause.isEmpty();
    }

    /** Whether requests start at a fixed rate, whether or not earlier ones are answered. */
    boolean open() {
        return ratePerS > 0 || sweepVariable().equals(SweepPlan.RATE);
    }

    /** {@code open} or {@code closed}, as results have it. */
    String loopName() {
        return open() ? "open" : "closed";
    }

    /** {@code clients} or {@code rate}; empty without a sweep. */
    String sweepVariable() {
        return sweep.map(SweepPlan::variable).orElse("");
    }

    /** These settings with this schedule, as results have it. */
    LoadSettings settings(LoadSettings usual, LoadLevel level, Optional<Duration> duration) {
        return usual.withSchedule(new LoadSettings.Schedule(level.ratePerS(),
                open() ? arrivals.name().toLowerCase(Locale.ROOT) : "", seed, duration.map(LoadSchedule::millis).orElse(0.0),
                millis(warmup), millis(ramp),
                sweep.map(steps -> new LoadSettings.Sweep(steps.variable(), steps.values())).orElse(null),
                pause.map(stop -> new LoadSettings.Pause(millis(stop.at()), millis(stop.length()))).orElse(null)));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
