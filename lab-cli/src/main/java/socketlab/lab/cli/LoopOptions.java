package socketlab.lab.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.SweepPlan;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;
import socketlab.lab.text.Pause;
import socketlab.lab.text.Rate;
import socketlab.load.plan.Arrivals;

/** How a load goes on: by whom or by the clock, in which steps, how often. */
final class LoopOptions {
    private static final Duration USUAL_DURATION = Duration.ofSeconds(10);

    @Option(names = {"-q", "--per-second"}, paramLabel = "RATE",
            description = "requests per second in total, whoever is answered (an open loop); for 10s without -n or -z")
    String rate;

    @Option(names = "--arrivals", paramLabel = "HOW",
            description = "uniform or poisson: how these requests lie on the clock (default: uniform)")
    String arrivals;

    @Option(names = "--seed", defaultValue = "1",
            description = "decides what chance decides: arrivals, and the order of steps (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(names = "--sweep", paramLabel = "WHAT=N,N,...",
            description = "measure step by step: clients=1,2,5,10 or rate=100,1k; in an order of chance")
    String sweep;

    @Option(names = "--repeat", converter = Counts.class, defaultValue = "1",
            description = "measure every step so often (default: ${DEFAULT-VALUE})")
    int repeat;

    @Option(names = "--warmup", converter = Durations.class, defaultValue = "0",
            description = "make the same load for so long before, and record nothing (default: ${DEFAULT-VALUE})")
    Duration warmup;

    @Option(names = "--ramp", converter = Durations.class, defaultValue = "0",
            description = "spread the clients' first requests over so long (default: ${DEFAULT-VALUE})")
    Duration ramp;

    /** Throws a {@link ParameterException} where these options do not go together. */
    LoadSchedule pacing(CommandSpec spec, List<Integer> idle, Optional<Pause> pause) {
        Optional<SweepPlan> steps = Optional.ofNullable(sweep).map(text -> Main.asked(spec, () -> SweepPlan.parse(text)));
        boolean byRate = steps.filter(by -> by.of().equals(SweepPlan.RATE)).isPresent();
        boolean open = rate != null || byRate;
        check(spec, !(rate != null && byRate), "--sweep rate takes the place of -q; leave one of them out");
        check(spec, open || arrivals == null, "--arrivals goes with -q: without it, requests come when others end");
        check(spec, !open || ramp.isZero(), "--ramp goes without -q: with it, requests come by the clock at once");
        check(spec, steps.isEmpty() || idle.size() <= 1, "--sweep goes with one number of --idle");
        check(spec, repeat <= 1000, "--repeat is 1000 at most");
        return new LoadSchedule(rate == null ? 0 : Main.asked(spec, () -> Rate.parse(rate)), arrivals(spec), seed, warmup,
                ramp, steps, repeat, pause);
    }

    private Arrivals arrivals(CommandSpec spec) {
        String how = arrivals == null ? "uniform" : arrivals;
        check(spec, how.equals("uniform") || how.equals("poisson"),
                "--arrivals %s: there are uniform and poisson".formatted(how));
        return Arrivals.valueOf(how.toUpperCase(Locale.ROOT));
    }

    /** Five requests by the clock would be no load. */
    Optional<Duration> usualDuration(Integer requests) {
        boolean open = rate != null || sweep != null && sweep.startsWith(SweepPlan.RATE);
        return open && requests == null ? Optional.of(USUAL_DURATION) : Optional.empty();
    }

    private static void check(CommandSpec spec, boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
