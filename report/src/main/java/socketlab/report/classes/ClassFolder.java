package socketlab.report.classes;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.results.Run;
import socketlab.results.files.PrintableText;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * A folder with the runs of many students. Nothing in it is fatal: what is no run, or takes too long to read, is named and
 * skipped.
 *
 * @param skipped by name, why it was not read
 */
record ClassFolder(List<Submission> students, Map<String, String> skipped) {
    /** How long one student's folder may take to be read. */
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DEEPEST = 4;
    /** macOS puts a shadow of every file there when it packs a folder. */
    private static final String MAC_EXTRAS = "__MACOSX";

    /** @throws ResultsException when the folder itself cannot be read */
    static ClassFolder of(Path folder) throws ResultsException {
        return of(folder, LONGEST);
    }

    /** The same with another limit for one student's folder. */
    static ClassFolder of(Path folder, Duration longest) throws ResultsException {
        ClassFolder found = new ClassFolder(new ArrayList<>(), new LinkedHashMap<>());
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                found.add(name(entry), entry, longest);
            }
            return found;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + folder + ": " + ResultsException.reason(e)
                    + "; name a folder with a folder for each student in it", e);
        }
    }

    private void add(String name, Path entry, Duration longest) {
        if (name.equals(MAC_EXTRAS) || name.startsWith(".")) {
            return;
        }
        if (!Files.isDirectory(entry, NOFOLLOW_LINKS)) {
            if (!name.startsWith("class.")) {
                skipped.put(name, Files.isSymbolicLink(entry) ? "is a link; copy the folder itself there"
                        : name.endsWith(".zip") ? "is packed; unpack it" : "is a file, not a student's folder");
            }
            return;
        }
        FutureTask<ClassFolder> reading = new FutureTask<>(() -> read(name, entry));
        Thread.ofPlatform().daemon().name("reads " + name).start(reading);
        try {
            ClassFolder one = reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            students.addAll(one.students);
            skipped.putAll(one.skipped);
        } catch (TimeoutException e) {
            reading.cancel(true);
            skipped.put(name, "takes longer than " + longest.toSeconds() + " s to read");
        } catch (ExecutionException e) {   // one damaged folder must not keep the others from being read
            skipped.put(name, "cannot be read: " + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            skipped.put(name, "was not read: interrupted");
        }
    }

    /** One student's folder. */
    private static ClassFolder read(String name, Path entry) {
        ClassFolder found = new ClassFolder(new ArrayList<>(), new LinkedHashMap<>());
        try (Stream<Path> files = Files.find(entry, DEEPEST, (file, _) -> file.endsWith("run.json") && noExtra(entry.relativize(
                file)))) {
            List<Path> runs = files.sorted().toList();
            for (Path run : runs) {
                String student = shortened(name);
                found.addRun(runs.size() == 1 ? student : student + " (" + (runs.indexOf(run) + 1) + ")", run);
            }
            if (runs.isEmpty()) {
                found.skipped.put(name, "has no run.json in it");
            }
        } catch (IOException | UncheckedIOException e) {
            found.skipped.put(name, "cannot be read: " + ResultsException.reason(e));
        }
        return found;
    }

    private void addRun(String name, Path file) {
        try {
            Run run = RunFiles.in(file.getParent()).readRun();
            if (run.models().isEmpty()) {
                skipped.put(name, "run.json holds no results");
            } else {
                Submission student = new Submission(name, run, file.getParent());
                ClassPage.requireDrawable(student);
                students.add(student);
            }
        } catch (ResultsException e) {
            skipped.put(name, PrintableText.of(e.getMessage()));
        } catch (RuntimeException e) {
            skipped.put(name, "its run.json was not written by lab: " + ResultsException.reason(e));
        }
    }

    /** Of a folder as Moodle packs it, {@code Ada Lovelace_12345_assignsubmission_file}, only the student's name. */
    private static String shortened(String name) {
        return name.replaceFirst("_\\d+_assignsubmission_.*", "");
    }

    private static boolean noExtra(Path file) {
        return IntStream.range(0, file.getNameCount()).mapToObj(file::getName).noneMatch(part -> part.toString().equals(
                MAC_EXTRAS));
    }

    /** As it may be shown; the page of the class names it, and so does the terminal. */
    private static String name(Path path) {
        return PrintableText.of(path.getFileName().toString());
    }
}
