package socketlab.fuzz;

import static socketlab.fuzz.DecoderTarget.expect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * Files of a run as somebody may have changed them. A reader gives what the file says or one line that names the file; and
 * rows and runs that are read, written and read again are the same.
 */
final class FileTargets {
    private static final Path FOLDER = folder();
    private static final RunFiles GIVEN = RunFiles.in(FOLDER.resolve("given"));
    private static final RunFiles WRITTEN = RunFiles.in(FOLDER.resolve("written"));
    private static final String MODEL = "select";

    private FileTargets() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            Files.createDirectory(folder.resolve("given"));
            Files.createDirectory(folder.resolve("written"));
            return folder;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads a value out of a folder. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(RunFiles files) throws ResultsException;
    }

    /** Writes it into a folder. */
    @FunctionalInterface
    private interface Writer<T> {
        void write(RunFiles files, T value) throws ResultsException;
    }

    /** Reads rows one by one. */
    @FunctionalInterface
    private interface RowReader<T> {
        void read(RunFiles files, Consumer<T> each) throws ResultsException;
    }

    /** What the file says; empty where the reader refuses it in one line. */
    private static <T> Optional<T> read(String file, byte[] content, Reader<T> reader) throws IOException {
        Path given = Files.write(GIVEN.folder().resolve(file), content);
        try {
            return Optional.of(reader.read(GIVEN));
        } catch (ResultsException why) {
            expect(1L, why.getMessage().lines().count(), "lines of " + why);
            expect(true, why.getMessage().contains(given.toString()), "the file is named: " + why);
            return Optional.empty();
        }
    }

    private static <T> void check(String file, byte[] content, Reader<T> reader, Writer<T> writer) throws IOException {
        Optional<T> value = read(file, content, reader);
        if (value.isPresent()) {
            writer.write(WRITTEN, value.get());
            expect(value.get(), reader.read(WRITTEN), "written and read again");
        }
    }

    static void checkRun(byte[] input) throws IOException {
        check("run.json", input, RunFiles::readRun, RunFiles::writeRun);
    }

    static void checkHistogram(byte[] input) throws IOException {
        read(MODEL + ".hlog", input, files -> files.readHistogram(MODEL));
    }

    /** The first byte chooses the kind of the file. */
    static void checkCsv(byte[] input) throws IOException {
        byte[] content = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        switch (input.length == 0 ? 0 : input[0] & 3) {
            case 0 -> checkRows("requests.csv", content, RunFiles::readRequests, RunFiles::writeRequests);
            case 1 -> checkRows("served.csv", content, RunFiles::readServed, RunFiles::writeServed);
            case 2 -> checkRows("resources.csv", content, RunFiles::readResources, RunFiles::writeResources);
            default -> checkRows("transcript.csv", content, RunFiles::readTranscript, RunFiles::writeTranscript);
        }
    }

    private static <T> void checkRows(String file, byte[] content, RowReader<T> reader, Writer<List<T>> writer)
            throws IOException {
        check(file, content, files -> {
            List<T> rows = new ArrayList<>();
            reader.read(files, rows::add);
            return rows;
        }, writer);
    }
}
