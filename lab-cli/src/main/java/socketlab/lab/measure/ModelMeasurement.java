package socketlab.lab.measure;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.lab.judge.Judge;
import socketlab.lab.plan.RunStep;
import socketlab.lab.server.ServerCrash;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.ProbeResult;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.SelfChecks;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.ServedRow;
import socketlab.results.files.TranscriptRow;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.Noise;

/**
 * One model, measured once: what the client recorded, what the server recorded, what its process needed.
 *
 * @param load          the client's record
 * @param checks        what the client found out about itself; null of a chat
 * @param server        what else is known of the server; null of a foreign one
 * @param advice        how a foreign server that answered nothing would answer; else empty
 * @param noise         what others took of the machine before or after, whichever was worse
 */
record ModelMeasurement(ModelUnderTest model, RunStep step, LoadRecord load, SelfChecks checks,
        ServerRecord server, Optional<String> advice, Noise noise) {
    private static final int MOST_DRAWN = 10;   // silent clients, each with a bar of its own

    /** A row for each request, as {@code requests.csv} has it. */
    Stream<RequestRow> rows() {
        return IntStream.range(0, load.log().size()).mapToObj(this::row);
    }

    private RequestRow row(int i) {
        RequestLog log = load.log();
        return new RequestRow(model.name(), step.round(), log.request(i), log.client(i), log.clientPort(i),
                time(log.intendedUs(i)), time(log.connectUs(i)), time(log.connectedUs(i)), time(log.sentUs(i)),
                time(log.firstByteUs(i)), time(log.doneUs(i)), log.outcome(i));
    }

    /** Since the load began; the log counts from the beginning of the run, where nothing is negative. */
    private long time(long us) {
        return us < 0 ? RequestRow.NEVER : us - load.log().startedUs();
    }

    /** The transcript of a small chat, as {@code transcript.csv} has it; else empty. */
    Stream<TranscriptRow> transcript() {
        return load.transcript().map(entry -> new TranscriptRow(model.name(), step.round(), time(entry.atUs()),
                entry.member(), entry.port(), TranscriptRow.Event.valueOf(entry.event().name()), entry.text()));
    }

    /** As {@link ModelResult#label()}. */
    String label() {
        return step.level().slowReader() ? ModelResult.besideSlowReader(model.name()) : model.name();
    }

    /** What was sampled, as {@code resources.csv} has it. */
    List<ResourceRow> resources() {
        return sampler().stream().flatMap(sampler -> sampler.rows().stream()).map(row -> row.since(load.log().startedUs()))
                .toList();
    }

    private Optional<Sampler> sampler() {
        return server == null ? Optional.empty() : server.sampler();
    }

    /** What the server recorded, as {@code served.csv} has it. */
    List<ServedRow> served() {
        return server == null ? List.of() : server.served();
    }

    /** Whether anybody listened: a server of ours that has been sampled did. */
    boolean listened() {
        return server == null ? load.log().anyConnected() : server.sampler().isPresent();
    }

    /** How the server ended where it did not end as it was told; empty for a foreign one. */
    Optional<ServerCrash> crash() {
        return server == null ? Optional.empty() : server.crash();
    }

    /**
     * The result of one model at one level, over all its rounds; inconclusive where the noise of one can have turned it.
     *
     * @param rounds   at least one; a chat has one
     * @param settings the load at this level
     */
    static ModelResult result(List<ModelMeasurement> rounds, LoadSettings settings, Judge judge) {
        ModelMeasurement first = rounds.getFirst();
        ModelUnderTest model = first.model;
        ModelResult result = first.load.complete(ModelSummary.of(model.name(), model.inService(), model.transport(), settings,
                () -> rounds.stream().flatMap(ModelMeasurement::rows).iterator(),
                rounds.stream().flatMap(one -> one.served().stream()).toList(),
                rounds.stream().flatMap(one -> one.resources().stream()).toList())
                .withIdle(first.idle(rounds.size() == 1))
                .withProbe(probe(rounds), rounds.stream().mapToInt(one -> (int) one.load.log().reconnected()).sum())
                .withCauses(Diagnosis.causes(rounds))
                .withLoadStarted(rounds.stream().collect(Collectors.toMap(one -> one.step.round(),
                        one -> one.load.log().startedUs() / 1000.0)))
                .withCrash(crash(rounds))
                .withChecks(SelfCheck.ofRounds(rounds.stream().map(ModelMeasurement::checks).toList())));
        return judge.judged(result, settings, Noise.worst(rounds.stream().map(ModelMeasurement::noise).toList()));
    }

    /** How the first server that crashed did so, and in which round where there are several; null where none did. */
    private static String crash(List<ModelMeasurement> rounds) {
        return IntStream.range(0, rounds.size()).filter(i -> rounds.get(i).crash().isPresent())
                .mapToObj(i -> (rounds.size() == 1 ? "" : format("in round %d ", i + 1))
                        + rounds.get(i).crash().orElseThrow().text()).findFirst().orElse(null);
    }

    /** The worst that the probes of the rounds have found; null where there was nothing to probe. */
    private static String probe(List<ModelMeasurement> rounds) {
        List<String> verdicts = rounds.stream().flatMap(one -> one.load.probe().stream()).map(ProbeResult::verdict).toList();
        return Stream.concat(Stream.of(ProbeResult.WRONG, ProbeResult.OK).filter(verdicts::contains), verdicts.stream())
                .findFirst().orElse(null);
    }

    /** Null without idle clients; with the time when the server closed each one where they are few and it is the only round. */
    private ModelResult.Idle idle(boolean onlyRound) {
        int clients = step.level().idle();
        List<Double> closed = new ArrayList<>();
        if (onlyRound && clients <= MOST_DRAWN) {
            load.log().idleClosedUs().forEach(us -> closed.add(us / 1e3));
            closed.addAll(Collections.nCopies(Math.max(0, clients - closed.size()), null));
        }
        return clients == 0 ? null : sampler().map(sampler -> new ModelResult.Idle(clients, sampler.base().threads(),
                sampler.base().rssBytes(), closed)).orElse(new ModelResult.Idle(clients, 0, 0, closed));
    }
}
