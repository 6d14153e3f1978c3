package socketlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import socketlab.load.ChatLog;
import socketlab.report.Fairness;
import socketlab.report.LoadSettings;
import socketlab.report.ModelResult;
import socketlab.report.Outcome;
import socketlab.report.RequestRow;
import socketlab.report.Results;
import socketlab.report.Run;

/** The folder that one run leaves behind; made at the start, so that a folder that cannot be written costs no run. */
final class Archive {
    private final Path folder;
    private final Instant started;
    private final String command;

    /** @throws LabException when the folder cannot be made */
    Archive(Path results, String name, Instant started, String command) {
        this.started = started;
        this.command = command;
        this.folder = ResultsFolder.fresh(results, name, started);
    }

    Path folder() {
        return folder;
    }

    /** For a run that has nothing to show. */
    void discard() throws IOException {
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
    Run save(Function<Level, LoadSettings> load, Fairness fairness, List<Measured> measured, boolean incomplete)
            throws IOException {
        if (measured.stream().mapToLong(Measured::answered).sum() == 0) {
            discard();
            throw new LabException(incomplete ? "stopped before anybody was answered; nothing was kept"
                    : "nobody was answered (%s); is a server listening there?".formatted(
                            measured.getFirst().errors()));
        }
        Results files = Results.in(folder);
        files.writeRequests(Chain.of(measured, one -> one.rows().iterator()));
        boolean ours = measured.stream().allMatch(one -> one.sampler() != null);
        if (ours && measured.stream().allMatch(one -> one.step().round() == 1)) {   // it has no column for the round
            files.writeServed(Chain.of(measured, one -> one.served().iterator()));
        }
        if (ours) {
            files.writeResources(Chain.of(measured, one -> one.resources().iterator()));
        }
        if (measured.stream().anyMatch(one -> one.transcript().findAny().isPresent())) {
            files.writeTranscript(Chain.of(measured, one -> one.transcript().iterator()));
        }
        for (String label : measured.stream().map(Measured::label).distinct().toList()) {
            writeHistogram(files, label, measured.stream().filter(one -> one.label().equals(label)).toList());
        }
        List<ModelResult> results = measured.stream().map(one -> one.summed(load.apply(one.step().level()))).toList();
        LoadSettings first = load.apply(measured.getFirst().step().level());
        Run run = new Run(Run.SCHEMA, command, started.toString(), folder.toString(), incomplete,
                Warnings.of(results, first),
                Machine.environment(measured.stream().mapToDouble(Measured::stolenPercent).max().orElse(0)), fairness,
                first, results);
        files.writeRun(run);
        return run;
    }

    /** Of a chat, how long deliveries took; else, how long answers did. */
    private void writeHistogram(Results results, String label, List<Measured> measured) throws IOException {
        Optional<ChatLog> chat = measured.getFirst().fired().chat();
        if (chat.isPresent()) {
            results.writeHistogram(label, started, chat.get().deliveries().latencyUs());
            return;
        }
        results.writeHistogram(label, started, measured.stream().flatMap(Measured::rows)
                .filter(row -> row.outcome() == Outcome.OK).mapToLong(RequestRow::latencyUs).toArray());
    }
}
