package socketlab.results.files;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/** The latencies of one model as an HdrHistogram log, in a file whose name every system accepts. */
record HistogramFile(Path file, String model) {
    private static final Set<String> RESERVED_ON_WINDOWS = Set.of("con", "prn", "aux", "nul");

    static HistogramFile of(Path folder, String model) {
        return new HistogramFile(folder.resolve(fileName(model)), model);
    }

    static String fileName(String model) {
        String safe = model.replaceAll("[^A-Za-z0-9_-]", "-");
        boolean reserved = safe.isEmpty() || RESERVED_ON_WINDOWS.contains(safe.toLowerCase(Locale.ROOT));
        return (reserved ? "model-" + safe : safe) + ".hlog";
    }

    void write(Instant started, long[] latenciesUs) throws ResultsException {
        Histogram histogram = new Histogram(3);
        for (long us : latenciesUs) {
            histogram.recordValue(Math.max(0, us));
        }
        write(started, histogram);
    }

    void write(Instant started, Histogram latenciesUs) throws ResultsException {
        Histogram histogram = latenciesUs.copy();
        histogram.setTag(model.replaceAll("[,\\s]", "-"));
        histogram.setStartTimeStamp(started.toEpochMilli());
        histogram.setEndTimeStamp(started.toEpochMilli());
        log(histogram, started);
    }

    /** In microseconds; empty where there is no such file. */
    Optional<Histogram> read() throws ResultsException {
        try (HistogramLogReader log = new HistogramLogReader(file.toFile())) {
            return log.nextIntervalHistogram() instanceof Histogram histogram ? Optional.of(histogram) : Optional.empty();
        } catch (FileNotFoundException none) {
            return Optional.empty();
        } catch (RuntimeException damaged) {
            throw new ResultsException(file + " is damaged: " + damaged.getMessage() + "; repeat the run", damaged);
        }
    }

    /** Into memory first: the library's writer says nothing when a disk is full. */
    private void log(Histogram histogram, Instant started) throws ResultsException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        HistogramLogWriter log = new HistogramLogWriter(text);
        log.outputComment("[latency of " + model.replaceAll("\\s", " ") + " in microseconds]");
        log.outputLogFormatVersion();
        log.outputBaseTime(started.toEpochMilli());
        log.setBaseTime(started.toEpochMilli());
        log.outputLegend();
        log.outputIntervalHistogram(histogram);
        log.close();
        try {
            Files.write(file, text.toByteArray());
        } catch (IOException e) {
            throw new ResultsException("cannot write " + file + ": " + ResultsException.reason(e), e);
        }
    }
}
