package socketlab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import socketlab.report.kind.ResultColumn;
import socketlab.report.kind.RunKind;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.PrintableText;

/** The results as plain text in aligned columns, at most 120 characters wide, for a terminal. */
public final class TextTable {
    private static final int LONGEST_NAME = 22;

    private TextTable() {}

    /** A heading and a line per result, each with a newline at its end; a dash where a value is unknown. */
    public static String of(Run run) {
        List<ResultColumn> columns = RunKind.of(run).columns().stream().filter(ResultColumn::onTerminal).toList();
        List<List<String>> lines = new ArrayList<>();
        List<String> headings = new ArrayList<>(List.of("model"));
        columns.forEach(column -> headings.add(column.heading()));
        lines.add(headings);
        for (ModelResult result : run.models()) {
            List<String> cells = new ArrayList<>(List.of(shortened(result.model())));
            columns.forEach(column -> cells.add(Formats.plain(Objects.requireNonNullElse(column.text().apply(result), "-"))));
            lines.add(cells);
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            text.append(aligned(line, lines).stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String aligned(List<String> line, List<List<String>> lines) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            int at = column;
            int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElseThrow();
            cells.add(Formats.format("%" + (column == 0 ? "-" : "") + width + "s", line.get(column)));
        }
        return String.join("  ", cells);
    }

    private static String shortened(String model) {
        String name = PrintableText.of(model);
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
    }
}
