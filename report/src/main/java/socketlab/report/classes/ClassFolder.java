package socketlab.report.classes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.results.Run;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/**
 * A folder with the runs of many students. Nothing in it is fatal: what is no run is named and skipped.
 *
 * @param skipped by name, why it was not read
 */
record ClassFolder(List<Submission> students, Map<String, String> skipped) {
    private static final int DEEPEST = 4;
    /** macOS puts a shadow of every file there when it packs a folder. */
    private static final String MAC_EXTRAS = "__MACOSX";
    private static final long LARGEST = 32L << 20;

    /** @throws ResultsException when the folder itself cannot be read */
    static ClassFolder of(Path folder) throws ResultsException {
        ClassFolder found = new ClassFolder(new ArrayList<>(), new LinkedHashMap<>());
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                found.look(entry);
            }
            return found;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + folder + ": " + ResultsException.reason(e)
                    + "; name a folder with a folder for each student in it", e);
        }
    }

    private void look(Path entry) {
        String name = name(entry);
        if (name.equals(MAC_EXTRAS) || name.startsWith(".")) {
            return;
        }
        if (!Files.isDirectory(entry)) {
            if (!name.startsWith("class.")) {
                skipped.put(name, name.endsWith(".zip") ? "is packed; unpack it" : "is a file, not a student's folder");
            }
            return;
        }
        try (Stream<Path> files = Files.find(entry, DEEPEST, (file, _) -> file.endsWith("run.json") && noExtra(entry.relativize(
                file)))) {
            List<Path> runs = files.sorted().toList();
            for (Path run : runs) {
                String student = shortened(name);
                read(runs.size() == 1 ? student : student + " (" + (runs.indexOf(run) + 1) + ")", run);
            }
            if (runs.isEmpty()) {
                skipped.put(name, "has no run.json in it");
            }
        } catch (IOException | UncheckedIOException e) {
            skipped.put(name, "cannot be read: " + ResultsException.reason(e));
        }
    }

    private void read(String name, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            skipped.put(name, "its run.json is not a file, or larger than lab writes");
            return;
        }
        try {
            Run run = RunFiles.in(file.getParent()).readRun();
            String damage = Submission.damage(run);
            if (damage.isEmpty()) {
                students.add(new Submission(name, run, file.getParent()));
            } else {
                skipped.put(name, damage);
            }
        } catch (ResultsException e) {
            skipped.put(name, e.getMessage());
        } catch (RuntimeException e) {   // one damaged file must not keep the others from being read
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

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
