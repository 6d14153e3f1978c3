package socketlab.lab.plan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.load.plan.FaultInjection;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;

/**
 * A load in full: the same for every server that gets it.
 *
 * @param workload   what clients do
 * @param amount     how much of it at each level
 * @param levels     how hard, one measurement after the other
 * @param schedule   when requests start
 * @param timeout    of one request; empty: long enough for what is predicted
 * @param preconnect every connection is open before the clock starts
 * @param faults     injected on purpose between clients and server
 */
public record LoadSetup(Workload workload, LoadAmount amount, List<LoadLevel> levels, LoadSchedule schedule,
        Optional<Duration> timeout, boolean preconnect, FaultInjection faults) {
    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

    /** What assertions may call this model in this run: by its name alone, or at one level. */
    Set<String> names(String model) {
        String sweep = schedule.sweepVariable();
        return Stream.concat(Stream.of(model), levels.stream().map(level -> level.name(model, sweep)))
                .collect(Collectors.toSet());
    }

    /** Given, or the workload's own. */
    Optional<Duration> timeout(Transport transport, LoadLevel level) {
        return timeout.or(() -> workload.usualTimeout(transport, level.clients()));
    }

    /**
     * Refuses a load that cannot be made.
     *
     * @throws IllegalArgumentException with one line that says why
     */
    void check(InetSocketAddress server, Transport transport) {
        LoadLevel level = levels.getFirst();
        int mostIdle = levels.stream().mapToInt(LoadLevel::idle).max().orElse(0);
        Duration limit = timeout(transport, level).orElse(USUAL_TIMEOUT);
        workload.check(plan(server, transport, level, limit).withIdle(mostIdle), schedule);
    }

    /** This load at one level, for the load client; a closed loop, until its loop is set. */
    LoadPlan plan(InetSocketAddress server, Transport transport, LoadLevel level, Duration limit) {
        return LoadPlan.closedLoop(server, workload.protocol(), level.clients(), amount.requests(level))
                .withTransport(transport).withDuration(amount.duration()).withTimeout(limit)
                .withWarmup(schedule.warmup()).withPreconnect(preconnect).withIdle(level.idle()).withFaults(faults);
    }

    /** The same for one step of a run, with its loop and its clock. */
    LoadPlan plan(InetSocketAddress server, Transport transport, RunStep step, Duration limit) {
        return plan(server, transport, step.level(), limit).withLoop(schedule.loop(step))
                .withZeroNanos(step.zeroNanos());
    }
}
