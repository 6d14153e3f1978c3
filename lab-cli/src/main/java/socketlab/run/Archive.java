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
     * @throws LabException when nobody was answered: zero successes is never a result
     */
    Run save(LoadSettings load, Fairness fairness, List<Measured> measured, boolean incomplete) throws IOException {
        if (measured.stream().mapToLong(Measured::answered).sum() == 0) {
            discard();
            throw new LabException(incomplete ? "stopped before anybody was answered; nothing was kept"
                    : "nobody was answered (%s); is a server listening there?".formatted(
                            summary(measured.getFirst(), load)));
        }
        Results results = Results.in(folder);
        results.writeRequests(rows(measured, Measured::rows));
        boolean ours = measured.stream().allMatch(one -> one.sampler() != null);
        if (ours && measured.stream().allMatch(one -> one.step().round() == 1)) {   // it has no column for the round
            results.writeServed(rows(measured, one -> one.served().stream()));
        }
        if (ours) {
            results.writeResources(rows(measured, one -> one.resources().stream()));
        }
        if (measured.stream().anyMatch(one -> one.transcript().findAny().isPresent())) {
            results.writeTranscript(rows(measured, Measured::transcript));
        }
        for (String label : measured.stream().map(Measured::label).distinct().toList()) {
            writeHistogram(results, label, measured.stream().filter(one -> one.label().equals(label)).toList());
        }
        Run run = new Run(Run.SCHEMA, command, started.toString(), folder.toString(), incomplete, List.of(),
                Machine.environment(measured.stream().mapToDouble(Measured::stolenPercent).max().orElse(0)), fairness,
                load, measured.stream().map(one -> one.summed(load)).toList());
        results.writeRun(run);
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

    private static <T> Iterable<T> rows(List<Measured> measured, Function<Measured, Stream<T>> rows) {
        return () -> measured.stream().flatMap(rows).iterator();
    }

    private static String summary(Measured one, LoadSettings load) {
        return one.summed(load).errors().toString().replaceAll("[{}]", "").replace('=', ' ');
    }
}
