package socketlab.lab.script;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.text.LabException;
import socketlab.lab.text.Similar;

/**
 * One experiment of the course: a script that runs it, beside a lab sheet.
 *
 * @param number two digits
 * @param name   the file's name without its ending
 * @param about  what the script says about itself in its first comment
 */
public record Experiment(String number, String name, String about, Path script) {

    /**
     * All experiments in the order of their numbers; none where there is no folder {@code experiments}.
     *
     * @param home the folder of the launcher {@code lab}
     */
    public static List<Experiment> all(Path home) throws IOException {
        Path folder = home.resolve("experiments");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.sh")).sorted()
                    .map(Experiment::of).toList();
        }
    }

    private static Experiment of(Path script) {
        String name = script.getFileName().toString().replace(".sh", "");
        return new Experiment(name.substring(0, 2), name, lines(script).stream()
                .filter(line -> line.startsWith("# ")).findFirst().orElse("# ").substring(2), script);
    }

    private static List<String> lines(Path script) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(script));
            if (!lines.isEmpty()) {   // an editor of Windows begins a file with a byte order mark
                lines.set(0, lines.getFirst().replaceFirst("^\uFEFF", ""));
            }
            return lines;
        } catch (IOException e) {
            throw new LabException(format("%s cannot be read: %s", script, e.getMessage()), e);
        }
    }

    /**
     * The experiment with this number, {@code 4} or {@code 04}, or this name, {@code 04-staircase} or {@code staircase}.
     *
     * @throws IllegalArgumentException with one line that names what was probably meant, or what there is
     */
    public static Experiment find(String wanted, List<Experiment> all) {
        String number = wanted.length() == 1 ? "0" + wanted : wanted;
        return all.stream().filter(one -> one.number.equals(number) || one.name.equals(wanted) || one.title().equals(wanted))
                .findFirst().orElseThrow(() -> new IllegalArgumentException(format("unknown experiment '%s'%s; there are: %s",
                        wanted, Similar.to(wanted, all.stream().map(Experiment::title).toList())
                                .map(near -> " (did you mean " + near + "?)").orElse(""),
                        all.isEmpty() ? "none, because there is no folder experiments beside lab"
                                : all.stream().map(Experiment::number).collect(Collectors.joining(", ")))));
    }

    /** Its name without the number. */
    private String title() {
        return name.substring(number.length() + 1);
    }

    /**
     * Parses its script.
     *
     * @throws LabException with one line, where the script needs a shell
     */
    Script parse() {
        return new Script(new ScriptParser(script.getFileName().toString()).parse(lines(script)));
    }

    /** A line of {@code lab list}. */
    @Override
    public String toString() {
        return format("%-18s %s", name, about);
    }
}
