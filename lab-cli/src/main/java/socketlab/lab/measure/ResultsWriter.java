package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.judge.Judge;
import socketlab.lab.judge.Warnings;
import socketlab.lab.machine.Machine;
import socketlab.lab.plan.LabSheet;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.text.LabException;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.ServerSettings;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.Noise;

/** Writes what one run leaves behind. The folder is made first, so that a run does not fail at its end for lack of one. */
public final class ResultsWriter {
    private final Path folder;
    private final Instant started;
    private final String command;
    private final Run.Sheet sheet;

    /**
     * Makes the run's folder.
     *
     * @param results where it is made
     * @param name    ends its name
     * @param started begins its name
     * @param command the command line, for {@code run.json}
     * @throws LabException when the folder cannot be made
     */
    public ResultsWriter(Path results, String name, Instant started, String command) {
        this.started = started;
        this.command = command;
        this.sheet = sheet(name);
        this.folder = ResultsFolder.fresh(results, name, started);
    }

    private static Run.Sheet sheet(String name) {
        try {
            return LabSheet.of(name, Path.of(System.getProperty("lab.home", ".")));
        } catch (IOException unreadable) {
            return null;   // a run without its questions is better than none
        }
    }

    /** The run's own folder. */
    public Path folder() {
        return folder;
    }

    /** Deletes the folder of a run without results. */
    public void discard() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Writes every file that a report is drawn from.
     *
     * @param settings the load at each level
     * @param measured in the order of the plan
     * @throws LabException when nobody listened, or the run was stopped before the first reply: that is no result; a server
     *                      that listens and answers nothing, or only what is wrong, is one
     */
    Run save(Function<LoadLevel, LoadSettings> settings, ServerSettings server, List<ModelMeasurement> measured,
            Judge judge, boolean incomplete) throws IOException {
        if (measured.stream().mapToLong(one -> one.load().succeeded()).sum() == 0) {
            requireServer(measured, incomplete);
        }
        RunFiles files = RunFiles.in(folder);
        writeRows(files, measured);
        String wrong = WrongReplyText.text(measured);
        if (!wrong.isEmpty()) {
            files.writeWrong(wrong);
        }
        for (String label : measured.stream().map(ModelMeasurement::label).distinct().toList()) {
            List<LoadRecord> same = measured.stream().filter(one -> one.label().equals(label))
                    .map(ModelMeasurement::load).toList();
            same.getFirst().writeHistogram(files, label, started, same);
        }
        Run run = run(settings, server, measured, judge, incomplete);
        files.writeRun(run);
        return run;
    }

    private void requireServer(List<ModelMeasurement> measured, boolean incomplete) throws IOException {
        if (incomplete) {
            discard();
            throw new LabException("stopped before the first reply; no results were written");
        }
        if (measured.stream().noneMatch(one -> one.listened() || one.crash().isPresent())) {
            discard();
            ModelMeasurement first = measured.getFirst();
            throw new LabException(Diagnosis.unreachable(first.load().log(), first.model().name()));
        }
    }

    private static void writeRows(RunFiles files, List<ModelMeasurement> measured) throws IOException {
        files.writeRequests(ConcatenatedRows.of(measured, one -> one.rows().iterator()));
        boolean ours = measured.stream().allMatch(one -> one.server() != null);
        if (ours) {
            files.writeServed(ConcatenatedRows.of(measured, one -> one.served().iterator()));
            files.writeResources(ConcatenatedRows.of(measured, one -> one.resources().iterator()));
        }
        if (measured.stream().anyMatch(one -> one.transcript().findAny().isPresent())) {
            files.writeTranscript(ConcatenatedRows.of(measured, one -> one.transcript().iterator()));
        }
    }

    private Run run(Function<LoadLevel, LoadSettings> settings, ServerSettings server, List<ModelMeasurement> measured,
            Judge judge, boolean incomplete) {
        List<ModelResult> results = levels(measured).stream().map(
                rounds -> ModelMeasurement.result(rounds, settings.apply(rounds.getFirst().step().level()),
                        judge)).toList();
        LoadSettings first = settings.apply(measured.getFirst().step().level());
        double stolen = Noise.worst(measured.stream().map(ModelMeasurement::noise).toList()).stolenPercent();
        return new Run(Run.SCHEMA, new Run.Origin(command, started.toString(), folder.toString(), sheet), incomplete,
                warnings(results, first, measured), Machine.environment(stolen), server, first, results);
    }

    /** Doubts about the figures, and each limit that ended a wait for a server or left out some of what it sent. */
    private static List<String> warnings(List<ModelResult> results, LoadSettings load, List<ModelMeasurement> measured) {
        Stream<String> limits = measured.stream()
                .flatMap(one -> one.load().log().limits().stream().map(limit -> one.label() + ": " + limit)).distinct();
        return Stream.concat(Warnings.of(results, load).stream(), limits).toList();
    }

    /** The rounds of each model at each of its levels, in the order of {@code measured}. */
    private static Collection<List<ModelMeasurement>> levels(List<ModelMeasurement> measured) {
        return measured.stream().collect(Collectors.groupingBy(one -> List.of(one.model().name(), one.step().level()),
                LinkedHashMap::new, Collectors.toList())).values();
    }
}
