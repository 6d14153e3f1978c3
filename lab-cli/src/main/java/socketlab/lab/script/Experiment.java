package socketlab.lab.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.lab.text.LabException;

/** One experiment of the course: a script that says what to do, beside a sheet that asks what to see. */
public record Experiment(String number, String name, String about, Path script) {

    /**
     * All that there are, in their order.
     *
     * @param home where {@code lab} lies; none there is none
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
            return Files.readAllLines(script);
        } catch (IOException e) {
            throw new LabException("%s cannot be read: %s".formatted(script, e.getMessage()), e);
        }
    }

    /**
     * The one with this number, {@code 4} or {@code 04}.
     *
     * @throws IllegalArgumentException with one line that names the numbers there are
     */
    public static Experiment numbered(String number, List<Experiment> all) {
        return all.stream().filter(one -> one.number.equals(number.length() == 1 ? "0" + number : number)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no experiment '%s'; there are: %s".formatted(
                        number, all.isEmpty() ? "none, for there is no folder experiments beside lab"
                                : all.stream().map(Experiment::number).collect(Collectors.joining(", ")))));
    }

    /** What it does; throws a {@link LabException} where the script holds more than we can read. */
    public Script read() {
        return new Script(new ScriptParser(script.getFileName().toString()).read(lines(script)));
    }

    /** A line of a list. */
    @Override
    public String toString() {
        return "%-18s %s".formatted(name, about);
    }
}
