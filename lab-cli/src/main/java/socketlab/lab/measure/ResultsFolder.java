package socketlab.lab.measure;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import socketlab.lab.text.LabException;

/** Makes the folder of a run: its name begins with the time, and it is always a new one. */
final class ResultsFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private ResultsFolder() {}

    /**
     * Makes a folder in {@code results}, and that one too where it is missing; its name ends in {@code name}.
     *
     * @throws LabException when it cannot be made
     */
    static Path fresh(Path results, String name) {
        return fresh(results, name, Instant.now());
    }

    static Path fresh(Path results, String name, Instant started) {
        try {
            Files.createDirectories(results);
            return unused(results, TIME.format(started) + "-" + name);
        } catch (IOException e) {
            throw new LabException(format("cannot write results in %s: %s; choose another folder with --results",
                    results, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Two runs in one second must not share a folder. */
    private static Path unused(Path results, String name) throws IOException {
        for (int i = 1;; i++) {
            Path folder = results.resolve(i == 1 ? name : name + "-" + i);
            if (!Files.exists(folder)) {
                return Files.createDirectory(folder);
            }
        }
    }
}
