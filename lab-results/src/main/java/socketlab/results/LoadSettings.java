package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The load that every model of a run got.
 *
 * @param loop {@code closed}: a client sends its next request after its answer; {@code open}: requests start at a fixed
 *     rate
 * @param clients clients at once
 * @param requests requests of one round; 0 where the load lasted for a duration instead
 * @param delayMs how long the service sleeps before it replies; 0 where it does not, negative for a foreign server, whose
 *     service time is unknown
 * @param faults faults injected on purpose; not in the file where there are none
 */
public record LoadSettings(String service, String loop, int clients, int requests, double delayMs,
        @JsonUnwrapped Connections connections, @JsonUnwrapped Schedule schedule,
        @JsonInclude(value = Include.CUSTOM, valueFilter = FaultSettings.Absent.class) FaultSettings faults) {
    public static final LoadSettings UNKNOWN = new LoadSettings("unknown", "closed", 0, 0, 0, Connections.FRESH);

    /**
     * How clients connect, and what they speak.
     *
     * @param preconnect every connection is open before the clock starts
     * @param keptConnections a client keeps its connection for all its requests
     * @param acceptQueue how many connections may wait in the accept queue; 0 where unknown
     * @param http the path that is requested over HTTP; null over another protocol
     */
    public record Connections(boolean preconnect, boolean keptConnections, int acceptQueue,
            @JsonInclude(Include.NON_NULL) String http) {
        static final Connections FRESH = new Connections(false, false, 0);

        /** Not over HTTP. */
        public Connections(boolean preconnect, boolean keptConnections, int acceptQueue) {
            this(preconnect, keptConnections, acceptQueue, null);
        }
    }

    /**
     * When requests start.
     *
     * @param ratePerS requests per second in total; 0 in a closed loop
     * @param arrivals {@code uniform} or {@code poisson}; empty in a closed loop
     * @param seed of every random choice
     * @param durationMs how long the load lasted; 0 where the number of requests was given
     * @param warmupMs how long the same load ran before, unrecorded
     * @param rampMs the clients start spread over this time
     * @param sweep what changes from step to step; null without a sweep. Each {@link ModelResult} has its own value, and
     *     the fields here hold the first
     * @param pause when our own server was stopped; null: never
     */
    public record Schedule(double ratePerS, String arrivals, long seed, double durationMs, double warmupMs, double rampMs,
            @JsonInclude(Include.NON_NULL) Sweep sweep, @JsonInclude(Include.NON_NULL) Pause pause) {
        static final Schedule CLOSED = new Schedule(0, "", 0, 0, 0, 0, null, null);

        public Schedule {
            arrivals = requireNonNullElse(arrivals, "");
        }

        private Schedule withRate(double rate) {
            return new Schedule(rate, arrivals, seed, durationMs, warmupMs, rampMs, sweep, pause);
        }
    }

    /**
     * A load that changes from step to step.
     *
     * @param variable {@code clients} or {@code rate}
     * @param values in the order of the command; may be empty
     */
    public record Sweep(String variable, List<Double> values) {
        public static final String CLIENTS = "clients";
        public static final String RATE = "rate";

        public Sweep {
            variable = requireNonNullElse(variable, CLIENTS);
            values = List.copyOf(requireNonNullElse(values, List.of()));
        }
    }

    /**
     * The server's process is stopped and continued.
     *
     * @param atMs after the load of each round began
     * @param lengthMs for how long
     */
    public record Pause(double atMs, double lengthMs) {}

    public LoadSettings {
        service = requireNonNullElse(service, "unknown");
        loop = requireNonNullElse(loop, "closed");
        connections = requireNonNullElse(connections, Connections.FRESH);
        schedule = requireNonNullElse(schedule, Schedule.CLOSED);
        faults = requireNonNullElse(faults, FaultSettings.NONE);
    }

    /** A closed loop without faults, or the start of a load that gets its schedule later. */
    public LoadSettings(String service, String loop, int clients, int requests, double delayMs, Connections connections) {
        this(service, loop, clients, requests, delayMs, connections, Schedule.CLOSED, FaultSettings.NONE);
    }

    /** The same load as a model sees it that is reached over {@code tcp} or {@code udp}, which has no connections. */
    public LoadSettings over(String transport) {
        return "udp".equals(transport) ? with(connections.preconnect, false, 0) : this;
    }

    private LoadSettings with(boolean preconnect, boolean kept, int acceptQueue) {
        return new LoadSettings(service, loop, clients, requests, delayMs,
                new Connections(preconnect, kept, acceptQueue, connections.http), schedule, faults);
    }

    /** The same load for this path over HTTP; null: over another protocol. */
    public LoadSettings withHttp(String path) {
        return new LoadSettings(path == null ? service : "http", loop, clients, requests, delayMs, new Connections(
                connections.preconnect, connections.keptConnections, connections.acceptQueue, path), schedule, faults);
    }

    /** The same load with these faults. */
    public LoadSettings withFaults(FaultSettings other) {
        return new LoadSettings(service, loop, clients, requests, delayMs, connections, schedule, other);
    }

    /** The same load with this schedule. */
    public LoadSettings withSchedule(Schedule other) {
        return new LoadSettings(service, loop, clients, requests, delayMs, connections, other, faults);
    }

    /** One step of a sweep. */
    public LoadSettings withLevel(int clients, int requests, double ratePerS) {
        return new LoadSettings(service, loop, clients, requests, delayMs, connections, schedule.withRate(ratePerS), faults);
    }

    /**
     * More clients connect at once than the accept queue holds: the kernel drops the rest, and they try again a second
     * later.
     */
    public boolean overflowsAcceptQueue() {
        return !connections.preconnect && connections.acceptQueue > 0 && clients > connections.acceptQueue;
    }

    /** A server that socketlab did not start: all that is known about it is what a client sees. */
    public boolean foreign() {
        return delayMs < 0;
    }

    /** Whether a client waits for its answer before its next request. */
    public boolean closed() {
        return "closed".equals(loop);
    }

    /** Every client sends one request, all at the same moment. */
    public boolean burst() {
        return closed() && requests > 0 && requests <= clients;
    }

    public boolean keptConnections() {
        return connections.keptConnections;
    }

    /** Requests per second in total; 0 in a closed loop. */
    public double ratePerS() {
        return schedule.ratePerS;
    }

    /** {@code clients} or {@code rate}; empty without a sweep. */
    public String sweepVariable() {
        return schedule.sweep == null ? "" : schedule.sweep.variable;
    }
}
