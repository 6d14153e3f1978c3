package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one model under one load; an unknown value is null. The short accessors below, such as {@link #failed()},
 * return components of the nested records, where units and bounds are.
 *
 * @param perRound one for each round, in the order in which they were measured
 */
public record ModelResult(@JsonUnwrapped Setup setup, @JsonUnwrapped Counts counts, @JsonUnwrapped Times times,
        @JsonUnwrapped Assessment assessment, List<RoundResult> perRound,
        @JsonUnwrapped Resources resources, @JsonUnwrapped Parts parts) {

    /**
     * Which model was loaded, and how hard.
     *
     * @param inService how many requests the model serves at once; null: all
     * @param transport {@code tcp} or {@code udp}
     * @param clients clients at once, of the run's load or of this step of its sweep
     * @param ratePerS the same for requests per second; 0 in a closed loop
     */
    public record Setup(String model, Integer inService, String transport, int clients, double ratePerS) {
        public Setup {
            model = requireNonNullElse(model, "unnamed");
            transport = requireNonNullElse(transport, "tcp");
        }
    }

    /**
     * Requests by their outcome, over all rounds.
     *
     * @param errors outcome to count, only those that occurred
     * @param lost requests that were sent and never answered (datagrams)
     * @param probe of an echo server over TCP, whether it takes messages apart where the framing says: {@code ok}, {@code wrong},
     *     or {@code skipped: } and a reason; null where there is nothing to probe
     * @param reconnected requests that were sent again on a new connection, because the server had closed the kept one
     *     before a byte of their reply; their latency counts from the first intention
     */
    public record Counts(int rounds, int requests, int succeeded, int failed, Map<String, Integer> errors, int lost,
            String probe, int reconnected) {
        static final Counts NONE = new Counts(0, 0, 0, 0, Map.of(), 0);

        public Counts {
            errors = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(errors, Map.of())));
        }

        public Counts(int rounds, int requests, int succeeded, int failed, Map<String, Integer> errors, int lost) {
            this(rounds, requests, succeeded, failed, errors, lost, null, 0);
        }
    }

    /**
     * How long things took, over all rounds.
     *
     * @param latencyMs from the moment a request is meant to start; null where none succeeded
     * @param uncorrectedMs from the moment it is sent, which hides coordinated omission; null in a closed loop
     * @param serviceMs null for a foreign server
     * @param elapsedMs from the first request meant to start to the last answer, summed over the rounds
     * @param throughputPerS successful requests per second
     */
    public record Times(LatencyMs latencyMs, LatencyMs uncorrectedMs, ServiceMs serviceMs, double elapsedMs,
            double throughputPerS) {
        static final Times NONE = new Times(null, null, null, 0, 0);
    }

    /**
     * The measurement against theory and against what a student expected.
     *
     * @param guessMs the student's guess; null: none
     * @param predicted null where no prediction applies
     * @param offPercent the latency that is judged, see {@link JudgedLatency}, against its prediction, in percent of it;
     *     null without either
     * @param stolenPercent share of a core that others took around the measurement, 0 to 100, at its worst
     * @param longestGapMs the longest time for which others kept a thread from running then
     * @param note a reason for the verdict; null without one
     */
    public record Assessment(Double guessMs, Predicted predicted, Double offPercent, Verdict verdict, double stolenPercent,
            double longestGapMs, String note) {
        static final Assessment NONE = new Assessment(null, null, Verdict.NO_PREDICTION);

        public Assessment {
            verdict = requireNonNullElse(verdict, Verdict.NO_PREDICTION);
        }

        public Assessment(Predicted predicted, Double offPercent, Verdict verdict) {
            this(null, predicted, offPercent, verdict, 0, 0, null);
        }
    }

    /**
     * What the server's process needed during the load; all 0 for a foreign server.
     *
     * @param cpuMs CPU time, over all rounds
     */
    public record Resources(int threadsPeak, long rssPeakBytes, double cpuMs) {
        static final Resources NONE = new Resources(0, 0, 0);
    }

    /**
     * Parts of a result that only some runs have; null where they do not apply, and then not in the file.
     *
     * @param causes why the first request of each outcome failed, in words without a full stop
     * @param crash how the server under test ended by itself, in words without a full stop
     */
    @JsonInclude(Include.NON_NULL)
    public record Parts(Idle idle, ChatResult chat, SelfChecks checks, QueueComparison queue, Map<String, String> causes,
            String crash) {
        static final Parts NONE = new Parts(null, null, null, null);

        public Parts(Idle idle, ChatResult chat, SelfChecks checks, QueueComparison queue) {
            this(idle, chat, checks, queue, null, null);
        }
    }

    /**
     * Clients that are connected and silent during the load.
     *
     * @param threadsBefore threads of the server before the first client came; 0 for a foreign server
     * @param rssBeforeBytes its resident memory then; 0 for a foreign server
     * @param closedMs when the server closed each one's connection, in milliseconds since the load began, in ascending
     *     order; null for one that stayed until the end. Empty, and not in the file, where they are many or in several rounds
     */
    public record Idle(int clients, int threadsBefore, long rssBeforeBytes,
            @JsonInclude(Include.NON_EMPTY) List<Double> closedMs) {
        public Idle {
            closedMs = Collections.unmodifiableList(new ArrayList<>(requireNonNullElse(closedMs, List.of())));
        }

        public Idle(int clients, int threadsBefore, long rssBeforeBytes) {
            this(clients, threadsBefore, rssBeforeBytes, List.of());
        }
    }

    public ModelResult {
        setup = requireNonNullElse(setup, new Setup(null, null, null, 0, 0));
        counts = requireNonNullElse(counts, Counts.NONE);
        times = requireNonNullElse(times, Times.NONE);
        assessment = requireNonNullElse(assessment, Assessment.NONE);
        perRound = List.copyOf(requireNonNullElse(perRound, List.of()));
        resources = requireNonNullElse(resources, Resources.NONE);
        parts = requireNonNullElse(parts, Parts.NONE);
    }

    public String model() {
        return setup.model;
    }

    /** How many requests the model serves at once; null: all. */
    public Integer inService() {
        return setup.inService;
    }

    public String transport() {
        return setup.transport;
    }

    public int clients() {
        return setup.clients;
    }

    public double ratePerS() {
        return setup.ratePerS;
    }

    public int rounds() {
        return counts.rounds;
    }

    public int requests() {
        return counts.requests;
    }

    public int succeeded() {
        return counts.succeeded;
    }

    public int failed() {
        return counts.failed;
    }

    public Map<String, Integer> errors() {
        return counts.errors;
    }

    public int lost() {
        return counts.lost;
    }

    /** Null where no request succeeded. */
    public LatencyMs latencyMs() {
        return times.latencyMs;
    }

    /** Null in a closed loop. */
    public LatencyMs uncorrectedMs() {
        return times.uncorrectedMs;
    }

    public double elapsedMs() {
        return times.elapsedMs;
    }

    public double throughputPerS() {
        return times.throughputPerS;
    }

    /** Null where no prediction applies. */
    public Predicted predicted() {
        return assessment.predicted;
    }

    /** Null without a prediction or without an answer to every request. */
    public Double offPercent() {
        return assessment.offPercent;
    }

    public Verdict verdict() {
        return assessment.verdict;
    }

    /** Whether the machine was too noisy to judge by. */
    public boolean inconclusive() {
        return assessment.verdict == Verdict.INCONCLUSIVE;
    }

    /** A reason for the verdict; null without one. */
    public String note() {
        return assessment.note;
    }

    public int threadsPeak() {
        return resources.threadsPeak;
    }

    public long rssPeakBytes() {
        return resources.rssPeakBytes;
    }

    public double cpuMs() {
        return resources.cpuMs;
    }

    /** How many clients were connected and silent during the load. */
    public int idleClients() {
        return parts.idle == null ? 0 : parts.idle.clients;
    }

    /** Null without idle clients. */
    public Idle idle() {
        return parts.idle;
    }

    /** Null unless the service is a chat. */
    public ChatResult chat() {
        return parts.chat;
    }

    /** Null where the client checked nothing. */
    public SelfChecks checks() {
        return parts.checks;
    }

    /** Null where queueing theory does not apply. */
    public QueueComparison queue() {
        return parts.queue;
    }

    /** Why the first request of each outcome failed, in words without a full stop; empty where it is not known. */
    public Map<String, String> causes() {
        return parts.causes == null ? Map.of() : parts.causes;
    }

    /** Whether the probe after the load found that the server does not take messages apart where the framing says. */
    public boolean probeFailed() {
        return "wrong".equals(counts.probe);
    }

    /** How the server ended by itself, in words without a full stop; null where it ended as it was told, or is a foreign one. */
    public String crash() {
        return parts.crash;
    }

    /** Every request succeeded, there was at least one, and the server did not crash. */
    public boolean sound() {
        return counts.failed == 0 && times.latencyMs != null && parts.crash == null;
    }

    /** What tells this result from the others of its run: the model, and whether a slow reader took part. */
    public String label() {
        return parts.chat == null || parts.chat.slowReader() == null ? model() : besideSlowReader(model());
    }

    /** The label of a model's result in a chat with a slow reader. */
    public static String besideSlowReader(String model) {
        return model + " beside a slow reader";
    }

    /** This result with another verdict, and the reason for it, which may be null. */
    public ModelResult withVerdict(Verdict verdict, String note) {
        return with(new Assessment(assessment.guessMs, assessment.predicted, assessment.offPercent, verdict,
                assessment.stolenPercent, assessment.longestGapMs, note));
    }

    /** This result with what others took of the machine, see {@link Assessment}. */
    public ModelResult withStolen(double stolenPercent, double longestGapMs) {
        return with(new Assessment(assessment.guessMs, assessment.predicted, assessment.offPercent, assessment.verdict,
                stolenPercent, longestGapMs, assessment.note));
    }

    /** This result for one step, with this number of clients at once and, in an open loop, this rate. */
    public ModelResult withLevel(int clients, double ratePerS) {
        return new ModelResult(new Setup(model(), inService(), transport(), clients, ratePerS), counts, times, assessment,
                perRound, resources, parts);
    }

    /** This result with idle clients; null: without. */
    public ModelResult withIdle(Idle idle) {
        return with(new Parts(idle, parts.chat, parts.checks, parts.queue, parts.causes, parts.crash));
    }

    /** This result of a chat; null: of requests. */
    public ModelResult withChat(ChatResult chat) {
        return with(new Parts(parts.idle, chat, parts.checks, parts.queue, parts.causes, parts.crash));
    }

    /** This result with the load client's checks of itself; null: without. */
    public ModelResult withChecks(SelfChecks checks) {
        return with(new Parts(parts.idle, parts.chat, checks, parts.queue, parts.causes, parts.crash));
    }

    /** This result with the causes of its failures, as in {@link Parts}; null: without. */
    public ModelResult withCauses(Map<String, String> causes) {
        return with(new Parts(parts.idle, parts.chat, parts.checks, parts.queue, causes, parts.crash));
    }

    /**
     * This result of a server that ended by itself, as in {@link Parts}; null: it did not. What it was predicted to do is
     * then not as predicted, however many requests it had answered before.
     */
    public ModelResult withCrash(String crash) {
        ModelResult crashed = with(new Parts(parts.idle, parts.chat, parts.checks, parts.queue, parts.causes, crash));
        return crash == null || assessment.predicted == null ? crashed
                : crashed.with(new Assessment(assessment.guessMs, assessment.predicted, null, Verdict.OFF,
                        assessment.stolenPercent, assessment.longestGapMs, assessment.note));
    }

    /** This result with what the probe found and how many requests were sent again, as in {@link Counts}. */
    public ModelResult withProbe(String probe, int reconnected) {
        return new ModelResult(setup, new Counts(counts.rounds, counts.requests, counts.succeeded, counts.failed, counts.errors,
                counts.lost, probe, reconnected), times, assessment, perRound, resources, parts);
    }

    /** This result with its rounds in the order in which they began, in milliseconds since the run began, by their numbers. */
    public ModelResult withLoadStarted(Map<Integer, Double> startedMs) {
        return new ModelResult(setup, counts, times, assessment, perRound.stream()
                .map(round -> round.startedAt(startedMs.getOrDefault(round.round(), round.loadStartedMs())))
                .sorted(Comparator.comparingDouble(RoundResult::loadStartedMs)).toList(), resources, parts);
    }

    private ModelResult with(Assessment other) {
        return new ModelResult(setup, counts, times, other, perRound, resources, parts);
    }

    private ModelResult with(Parts other) {
        return new ModelResult(setup, counts, times, assessment, perRound, resources, other);
    }
}
