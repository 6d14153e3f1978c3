package socketlab.report.classes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.files.PrintableText;

/** Every student's figures as CSV (RFC 4180), for a spreadsheet: a line for each model of each run on the page. */
final class ClassTable {
    private static final List<String> COLUMNS = List.of("student", "model", "counts", "requests", "failed", "latency_ms",
            "predicted_ms", "off_percent", "verdict", "stolen_percent", "longest_gap_ms", "folder");

    private ClassTable() {}

    static String csv(List<Submission> students, List<ClassRow> rows, Path folder) {
        boolean byMax = ClassRow.byMax(students);
        List<List<String>> lines = new ArrayList<>(List.of(COLUMNS));
        for (Submission student : students) {
            for (ClassRow row : rows) {
                ClassRow.Mark mark = row.of(student.name());
                if (mark != null) {
                    lines.add(line(student, row.model(), mark, byMax, folder));
                }
            }
        }
        return lines.stream().map(cells -> cells.stream().map(ClassTable::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> line(Submission student, String model, ClassRow.Mark mark, boolean byMax, Path folder) {
        ModelResult result = mark.result();
        return List.of(student.name(), model, mark.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(result.requests()), String.valueOf(result.failed()),
                Double.isNaN(mark.ms()) ? "" : number(mark.ms()), result.predicted() == null ? ""
                        : number(byMax ? result.predicted().maxMs() : result.predicted().p50Ms()),
                result.offPercent() == null ? "" : number(result.offPercent()), result.verdict().text(),
                number(result.assessment().stolenPercent()), number(result.assessment().longestGapMs()),
                folder.toAbsolutePath().normalize().relativize(student.folder().toAbsolutePath().normalize()).toString());
    }

    private static String number(double value) {
        return Formats.format("%.3f", value);
    }

    /** In quotes where needed; a text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String any) {
        String cell = PrintableText.of(any);
        boolean formula = cell.matches("(?s)[=+@\\t\\r].*") || cell.matches("(?s)-[^0-9].*");
        String text = formula ? "'" + cell : cell;
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
