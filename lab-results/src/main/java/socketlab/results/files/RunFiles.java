package socketlab.results.files;

import static socketlab.results.files.ResultsException.reason;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import socketlab.results.Run;
import tools.jackson.core.JacksonException;

/** The folder of a run: everything that was measured, and all that a report may be drawn from. */
public record RunFiles(Path folder) {

    /** The results in {@code folder}, which must exist before anything is written. */
    public static RunFiles in(Path folder) {
        return new RunFiles(folder);
    }

    /** Writes {@code run.json} whole or not at all: an interrupted write leaves the old file. */
    public void writeRun(Run run) throws ResultsException {
        Path file = runFile();
        Path half = folder.resolve("run.json.tmp");
        try {
            Files.writeString(half, run.toJson() + "\n");
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ResultsException("cannot write " + file + ": " + reason(e), e);
        }
    }

    /** Reads {@code run.json}; a field it does not know is passed over. */
    public Run readRun() throws ResultsException {
        Path file = runFile();
        try {
            Run run = RunJson.run(Files.readString(file));
            if (run.schema() > Run.SCHEMA) {
                throw new ResultsException(file + ": schema " + run.schema() + " is newer than " + Run.SCHEMA
                        + ", which is all this version reads; use a newer lab");
            }
            return run;
        } catch (NoSuchFileException e) {
            throw new ResultsException(file + " is missing; name a folder that `lab run` has written", e);
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ResultsException(file + " line " + line + ": " + reason(e) + "; repeat the run", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + file + ": " + reason(e) + "; repeat the run", e);
        }
    }

    /** Writes {@code requests.csv} anew. */
    public void writeRequests(Iterable<RequestRow> rows) throws ResultsException {
        requests().write(rows);
    }

    /** Hands over {@code requests.csv} row by row; none is kept. */
    public void readRequests(Consumer<RequestRow> each) throws ResultsException {
        requests().read(each);
    }

    /** Writes {@code served.csv} anew. */
    public void writeServed(Iterable<ServedRow> rows) throws ResultsException {
        served().write(rows);
    }

    /** Hands over {@code served.csv} row by row; a foreign server leaves none, see {@link #hasServed()}. */
    public void readServed(Consumer<ServedRow> each) throws ResultsException {
        served().read(each);
    }

    /** Whether the servers told what they did. */
    public boolean hasServed() {
        return Files.exists(served().file());
    }

    /** Writes {@code transcript.csv} anew. */
    public void writeTranscript(Iterable<TranscriptRow> rows) throws ResultsException {
        transcript().write(rows);
    }

    /** Hands over {@code transcript.csv} row by row; nothing where the chat was too large for one. */
    public void readTranscript(Consumer<TranscriptRow> each) throws ResultsException {
        if (Files.exists(transcript().file())) {
            transcript().read(each);
        }
    }

    /** Writes {@code resources.csv} anew. */
    public void writeResources(Iterable<ResourceRow> rows) throws ResultsException {
        resources().write(rows);
    }

    /** Hands over {@code resources.csv} row by row. */
    public void readResources(Consumer<ResourceRow> each) throws ResultsException {
        resources().read(each);
    }

    /** Writes {@code lines.csv} anew: what a program said, and when. */
    public void writeLines(Iterable<OutputLine> lines) throws ResultsException {
        new CsvTable<>(folder.resolve("lines.csv"), OutputLine.COLUMNS, OutputLine::cells, (CsvCells cells) -> null).write(lines);
    }

    /**
     * Writes {@code <model>.hlog}, a HdrHistogram log that other tools read and merge.
     *
     * @param latenciesUs of the answered requests, in microseconds, in any order; may be empty
     */
    public void writeHistogram(String model, Instant started, long[] latenciesUs) throws ResultsException {
        HistogramFile.of(folder, model).write(started, latenciesUs);
    }

    /** The same, of latencies in microseconds that have been gathered already. */
    public void writeHistogram(String model, Instant started, Histogram latenciesUs) throws ResultsException {
        HistogramFile.of(folder, model).write(started, latenciesUs);
    }

    /** What {@code <model>.hlog} holds, in microseconds; empty where there is no such file. */
    public Optional<Histogram> readHistogram(String model) throws ResultsException {
        return HistogramFile.of(folder, model).read();
    }

    private Path runFile() {
        return folder.resolve("run.json");
    }

    private CsvTable<RequestRow> requests() {
        return new CsvTable<>(folder.resolve("requests.csv"), RequestRow.COLUMNS, RequestRow::cells, RequestRow::from);
    }

    private CsvTable<ServedRow> served() {
        return new CsvTable<>(folder.resolve("served.csv"), ServedRow.COLUMNS, ServedRow::cells, ServedRow::from);
    }

    private CsvTable<TranscriptRow> transcript() {
        return new CsvTable<>(folder.resolve("transcript.csv"), TranscriptRow.COLUMNS, TranscriptRow::cells,
                TranscriptRow::from);
    }

    private CsvTable<ResourceRow> resources() {
        return new CsvTable<>(folder.resolve("resources.csv"), ResourceRow.COLUMNS, ResourceRow::cells,
                ResourceRow::from);
    }
}
