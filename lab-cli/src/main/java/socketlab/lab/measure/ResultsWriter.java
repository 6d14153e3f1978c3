package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.judge.Warnings;
import socketlab.lab.machine.Machine;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.text.LabException;
import socketlab.load.chat.ChatLog;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.ServerSettings;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;

/** The folder that one run leaves behind; made at the start, so that a folder that cannot be written costs no run. */
public final class ResultsWriter {
    private final Path folder;
    private final Instant started;
    private final String command;

    /** @throws LabException when the folder cannot be made */
    public ResultsWriter(Path results, String name, Instant started, String command) {
        this.started = started;
        this.command = command;
        this.folder = ResultsFolder.fresh(results, name, started);
    }

    public Path folder() {
        return folder;
    }

    /** For a run that has nothing to show. */
    public void discard() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Writes every file that a report may be drawn from.
     *
     * @param load as it was at each level
     * @throws LabException when nobody was answered: zero successes is never a result
     */
    Run save(Function<LoadLevel, LoadSettings> load, ServerSettings fairness, List<ModelMeasurement> measured, boolean incomplete)
            throws IOException {
        if (measured.stream().mapToLong(ModelMeasurement::answered).sum() == 0) {
            discard();
            throw new LabException(incomplete ? "stopped before anybody was answered; nothing was kept"
                    : "nobody was answered (%s); is a server listening there?".formatted(
                            measured.getFirst().errors()));
        }
        RunFiles files = RunFiles.in(folder);
        files.writeRequests(ConcatenatedRows.of(measured, one -> one.rows().iterator()));
        boolean ours = measured.stream().allMatch(one -> one.sampler() != null);
        if (ours) {
            files.writeServed(ConcatenatedRows.of(measured, one -> one.served().iterator()));
            files.writeResources(ConcatenatedRows.of(measured, one -> one.resources().iterator()));
        }
        if (measured.stream().anyMatch(one -> one.transcript().findAny().isPresent())) {
            files.writeTranscript(ConcatenatedRows.of(measured, one -> one.transcript().iterator()));
        }
        for (String label : measured.stream().map(ModelMeasurement::label).distinct().toList()) {
            writeHistogram(files, label, measured.stream().filter(one -> one.label().equals(label)).toList());
        }
        List<ModelResult> results = levels(measured).stream()
                .map(rounds -> ModelMeasurement.summed(rounds, load.apply(rounds.getFirst().step().level()))).toList();
        LoadSettings first = load.apply(measured.getFirst().step().level());
        Run run = new Run(Run.SCHEMA, new Run.Origin(command, started.toString(), folder.toString()), incomplete,
                Warnings.of(results, first),
                Machine.environment(measured.stream().mapToDouble(ModelMeasurement::stolenPercent).max().orElse(0)), fairness,
                first, results);
        files.writeRun(run);
        return run;
    }

    /** The rounds of each model at each of its levels, in the order of {@code measured}. */
    private static Collection<List<ModelMeasurement>> levels(List<ModelMeasurement> measured) {
        return measured.stream().collect(Collectors.groupingBy(one -> List.of(one.model(), one.step().level()),
                LinkedHashMap::new, Collectors.toList())).values();
    }

    /** Of a chat, how long deliveries took; else, how long answers did. */
    private void writeHistogram(RunFiles results, String label, List<ModelMeasurement> measured) throws IOException {
        Optional<ChatLog> chat = measured.getFirst().fired().chat();
        if (chat.isPresent()) {
            results.writeHistogram(label, started, chat.get().deliveries().latencyUs());
            return;
        }
        results.writeHistogram(label, started, measured.stream().flatMap(ModelMeasurement::rows)
                .filter(row -> row.outcome() == Outcome.OK).mapToLong(RequestRow::latencyUs).toArray());
    }
}
