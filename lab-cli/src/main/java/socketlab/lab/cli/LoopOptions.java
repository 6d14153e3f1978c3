package socketlab.lab.cli;

import static socketlab.core.Text.format;

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

/** When requests start, which steps there are, how often they are measured. */
final class LoopOptions {
    private static final Duration USUAL_DURATION = Duration.ofSeconds(10);

    @Option(names = {"-q", "--per-second"}, paramLabel = "RATE",
            description = "open-loop load: a fixed request rate, in requests per second in total; for 10s without -n or -z")
    String rate;

    @Option(names = "--arrivals", paramLabel = "HOW",
            description = "with -q: uniform or poisson arrivals (default: uniform)")
    String arrivals;

    @Option(names = "--seed", defaultValue = "1",
            description = "seed of the random arrivals and of the order of measuring (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(names = "--sweep", paramLabel = "WHAT=N,N,...",
            description = "measure each model at each of these steps: clients=1,2,5,10 or rate=100,1k; in shuffled order")
    String sweep;

    @Option(names = "--repeat", converter = Counts.class, defaultValue = "1",
            description = "rounds; a round measures every model once, in shuffled order; 7 to say what differs"
                    + " (default: ${DEFAULT-VALUE})")
    int repeat;

    @Option(names = "--warmup", converter = Durations.class, defaultValue = "0",
            description = "apply the same load for this long first, unrecorded (default: ${DEFAULT-VALUE})")
    Duration warmup;

    @Option(names = "--ramp", converter = Durations.class, defaultValue = "0",
            description = "spread the clients' first requests over this time (default: ${DEFAULT-VALUE})")
    Duration ramp;

    /** Throws a {@link ParameterException} where these options do not go together. */
    LoadSchedule schedule(CommandSpec spec, List<Integer> idle, Optional<Pause> pause) {
        Optional<SweepPlan> steps = Optional.ofNullable(sweep).map(text -> Main.validated(spec, () -> SweepPlan.parse(text)));
        boolean byRate = steps.filter(by -> by.variable().equals(SweepPlan.RATE)).isPresent();
        boolean open = rate != null || byRate;
        check(spec, !(rate != null && byRate), "--sweep rate replaces -q; leave one of them out");
        check(spec, open || arrivals == null,
                "--arrivals goes with -q: in a closed loop a request starts when the one before ends");
        check(spec, !open || ramp.isZero(), "--ramp is for a closed loop: with -q the request rate is fixed from the start");
        check(spec, steps.isEmpty() || idle.size() <= 1, "--sweep takes only one number of --idle");
        check(spec, repeat <= 1000, "--repeat is at most 1000");
        return new LoadSchedule(rate == null ? 0 : Main.validated(spec, () -> Rate.parse(rate)), arrivals(spec), seed, warmup,
                ramp, steps, repeat, pause);
    }

    private Arrivals arrivals(CommandSpec spec) {
        String how = arrivals == null ? "uniform" : arrivals;
        check(spec, how.equals("uniform") || how.equals("poisson"),
                format("unknown --arrivals %s; there are: uniform, poisson", how));
        return Arrivals.valueOf(how.toUpperCase(Locale.ROOT));
    }

    /** An open loop needs more than one request for each client. */
    Optional<Duration> usualDuration(Integer requests) {
        boolean open = rate != null || (sweep != null && sweep.startsWith(SweepPlan.RATE));
        return open && requests == null ? Optional.of(USUAL_DURATION) : Optional.empty();
    }

    private static void check(CommandSpec spec, boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
