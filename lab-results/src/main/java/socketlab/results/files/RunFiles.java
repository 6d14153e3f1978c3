package socketlab.results.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static socketlab.results.files.ResultsException.reason;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import socketlab.results.Run;
import tools.jackson.core.JacksonException;

/** The folder of a run, with every file that a report is drawn from. Not for two threads at once. */
public record RunFiles(Path folder) {
    private static final String DICTIONARY = "COLUMNS.md";

    /** The results in {@code folder}, which must exist before anything is written. */
    public static RunFiles in(Path folder) {
        return new RunFiles(folder);
    }

    /** Writes {@code run.json} whole or not at all: an interrupted write leaves the old file; and {@code COLUMNS.md}. */
    public void writeRun(Run run) throws ResultsException {
        writeDictionary();
        write(runFile(), out -> out.write((RunJson.text(run) + "\n").getBytes(UTF_8)));
    }

    /** What every column and key means: the same text as {@code docs/files.md}. */
    private void writeDictionary() throws ResultsException {
        write(folder.resolve(DICTIONARY), out -> {
            try (InputStream text = RunFiles.class.getResourceAsStream(DICTIONARY)) {
                text.transferTo(out);
            }
        });
    }

    static void write(Path file, AtomicFile.Content content) throws ResultsException {
        try {
            AtomicFile.at(file).write(content);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot write " + file + ": " + reason(e), e);
        }
    }

    /**
     * Reads {@code run.json}; unknown fields are skipped.
     *
     * @throws ResultsException when the file is missing or damaged, or holds more than {@code docs/files.md} allows
     */
    public Run readRun() throws ResultsException {
        Path file = runFile();
        try {
            return RunJson.parse(file, new InputFile(file).text());
        } catch (NoSuchFileException e) {
            throw new ResultsException(file + " is missing; name a folder that `lab run` has written", e);
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            throw new ResultsException(file + line + ": " + reason(e) + "; repeat the run", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + file + ": " + reason(e) + "; repeat the run", e);
        }
    }

    /** Writes {@code requests.csv}, over an old one. */
    public void writeRequests(Iterable<RequestRow> rows) throws ResultsException {
        requests().write(rows);
    }

    /** Reads {@code requests.csv} row by row; none is kept in memory. */
    public void readRequests(Consumer<RequestRow> each) throws ResultsException {
        requests().read(each);
    }

    /** Writes {@code served.csv}, over an old one. */
    public void writeServed(Iterable<ServedRow> rows) throws ResultsException {
        served().write(rows);
    }

    /** Reads {@code served.csv} row by row; a foreign server leaves none, see {@link #hasServed()}. */
    public void readServed(Consumer<ServedRow> each) throws ResultsException {
        served().read(each);
    }

    /** Whether the servers recorded what they did: foreign ones do not. */
    public boolean hasServed() {
        return new InputFile(served().file()).exists();
    }

    /** Writes {@code transcript.csv}, over an old one. */
    public void writeTranscript(Iterable<TranscriptRow> rows) throws ResultsException {
        transcript().write(rows);
    }

    /** Reads {@code transcript.csv} row by row; a large chat has none. */
    public void readTranscript(Consumer<TranscriptRow> each) throws ResultsException {
        if (new InputFile(transcript().file()).exists()) {
            transcript().read(each);
        }
    }

    /** Writes {@code resources.csv}, over an old one. */
    public void writeResources(Iterable<ResourceRow> rows) throws ResultsException {
        resources().write(rows);
    }

    /** Reads {@code resources.csv} row by row. */
    public void readResources(Consumer<ResourceRow> each) throws ResultsException {
        resources().read(each);
    }

    /** Writes {@code lines.csv}, over an old one: what a program printed, and when; and {@code COLUMNS.md}. */
    public void writeLines(Iterable<OutputLine> lines) throws ResultsException {
        writeDictionary();
        new CsvTable<>(folder.resolve("lines.csv"), OutputLine.COLUMNS, OutputLine::cells, (CsvCells cells) -> null).write(lines);
    }

    /** Writes {@code wrong.txt}: the first wrong replies, for people. */
    public void writeWrong(String text) throws ResultsException {
        write(wrong(), out -> out.write(text.getBytes(UTF_8)));
    }

    /** The text of {@code wrong.txt}, as a terminal may show it; empty where no reply was wrong. */
    public String readWrong() throws ResultsException {
        try {
            return PrintableText.lines(new InputFile(wrong()).text());
        } catch (NoSuchFileException none) {
            return "";
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + wrong() + ": " + reason(e) + "; repeat the run", e);
        }
    }

    private Path wrong() {
        return folder.resolve("wrong.txt");
    }

    /**
     * Writes {@code <model>.hlog}, an HdrHistogram log that other tools read and merge.
     *
     * @param latenciesUs of the successful requests, in microseconds, in any order; may be empty
     */
    public void writeHistogram(String model, Instant started, long[] latenciesUs) throws ResultsException {
        HistogramFile.of(folder, model).write(started, latenciesUs);
    }

    /** The same for a histogram of latencies in microseconds; it is not changed. */
    public void writeHistogram(String model, Instant started, Histogram latenciesUs) throws ResultsException {
        HistogramFile.of(folder, model).write(started, latenciesUs);
    }

    /** The histogram in {@code <model>.hlog}, in microseconds; empty where there is no such file. */
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
