package socketlab.lab.measure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.lab.machine.StealDetector;
import socketlab.lab.plan.ChatLoad;
import socketlab.lab.plan.RunStep;
import socketlab.load.chat.TranscriptEntry;
import socketlab.load.log.RequestLog;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.SelfChecks;
import socketlab.results.Verdict;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.ServedRow;
import socketlab.results.files.TranscriptRow;
import socketlab.results.statistics.ModelSummary;

/**
 * One model, measured: what the client saw, what the server noted, what its process needed.
 *
 * @param inService      how many requests the model works on at once; null: all
 * @param transport      {@code tcp} or {@code udp}
 * @param fired          what happened
 * @param checks         what the client found out about itself; null of a chat
 * @param chat           what kind of chat it was, where it was one
 * @param served         empty for a server that is not ours
 * @param sampler        null for a server that is not ours
 * @param stolenPercent  the time that the machine took from us meanwhile, at its worst
 */
record ModelMeasurement(String model, Integer inService, String transport, RunStep step, LoadExecution.Fired fired, SelfChecks checks,
                Optional<ChatLoad> chat, List<ServedRow> served, Sampler sampler, double stolenPercent) {
    private static final Outcome[] OUTCOMES = Outcome.values();

    Stream<RequestRow> rows() {
        return IntStream.range(0, fired.log().size()).mapToObj(this::row);
    }

    private RequestRow row(int i) {
        RequestLog log = fired.log();
        return new RequestRow(model, step.round(), log.request(i), log.client(i), log.clientPort(i), log.intendedUs(i),
                log.connectUs(i), log.connectedUs(i), log.sentUs(i), log.firstByteUs(i), log.doneUs(i),
                OUTCOMES[log.outcome(i).ordinal()]);
    }

    /** What was said and heard in a small chat. */
    Stream<TranscriptRow> transcript() {
        return fired.chat().stream().flatMap(talk -> talk.transcript().stream()).map(entry -> new TranscriptRow(model,
                step.round(), entry.atUs(), entry.member(), entry.port(),
                TranscriptRow.Event.valueOf(entry.event().name()), entry.text()));
    }

    /** As {@link ModelResult#label()}. */
    String label() {
        return step.slow() ? ModelResult.besideSlowReader(model) : model;
    }

    List<ResourceRow> resources() {
        return sampler == null ? List.of() : sampler.rows();
    }

    /** Requests that were answered, or in a chat messages that somebody has heard. */
    long answered() {
        return fired.chat().map(talk -> talk.deliveries().delivered())
                .orElseGet(() -> fired.log().count(socketlab.results.Outcome.OK));
    }

    /** {@code refused 5}. */
    String errors() {
        return Stream.of(socketlab.results.Outcome.values()).filter(outcome -> fired.log().count(outcome) > 0)
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT) + " " + fired.log().count(outcome))
                .collect(Collectors.joining(", "));
    }

    /**
     * The result of one model at one level, over all its rounds; inconclusive where the machine was too noisy in one.
     *
     * @param rounds at least one; a chat has one
     */
    static ModelResult summed(List<ModelMeasurement> rounds, LoadSettings load) {
        ModelMeasurement first = rounds.getFirst();
        double stolen = rounds.stream().mapToDouble(ModelMeasurement::stolenPercent).max().orElse(0);
        ModelResult result = ModelSummary.of(first.model, first.inService, first.transport, load,
                () -> rounds.stream().flatMap(ModelMeasurement::rows).iterator(),
                rounds.stream().flatMap(one -> one.served.stream()).toList(),
                rounds.stream().flatMap(one -> one.resources().stream()).toList())
                .withStolen(stolen).withIdle(first.idle())
                .withChecks(SelfCheck.together(rounds.stream().map(ModelMeasurement::checks).toList()));
        if (first.fired.chat().isPresent()) {
            result = result.withChat(ChatSummary.of(first.fired.chat().get(), first.chat.orElseThrow(), result.elapsedMs()));
        }
        return stolen <= StealDetector.NOISY_PERCENT ? result : result.withVerdict(Verdict.INCONCLUSIVE,
                "%.0f %% of the time was taken by others.".formatted(stolen));
    }

    /** Null without idle clients. */
    private ModelResult.Idle idle() {
        return step.idle() == 0 ? null : sampler == null ? new ModelResult.Idle(step.idle(), 0, 0)
                : new ModelResult.Idle(step.idle(), sampler.base().threads(), sampler.base().rssBytes());
    }
}
