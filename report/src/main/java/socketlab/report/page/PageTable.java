package socketlab.report.page;

import java.util.List;
import java.util.stream.IntStream;
import socketlab.report.draw.LabTheme;
import socketlab.report.kind.ResultColumn;
import socketlab.report.kind.RunKind;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** The results for a page: numbers that can be compared down a column, because its heading names their unit. */
public record PageTable(List<String> headings, List<Row> rows) {

    /** One result's line; {@code color} is the model's in the charts. */
    public record Row(String model, String color, List<String> cells, String verdict) {}

    /** The table of a run: every column that its kind has for a page, a row per result. */
    public static PageTable of(Run run) {
        List<ResultColumn.PageColumn> columns = RunKind.of(run).columns().stream().filter(column -> column.page() != null)
                .map(column -> column.page().apply(run.models())).toList();
        return new PageTable(columns.stream().map(ResultColumn.PageColumn::heading).toList(),
                IntStream.range(0, run.models().size()).mapToObj(i -> new Row(run.models().get(i).label(),
                        color(run.models().get(i).model()), columns.stream().map(column -> column.cells().get(i)).toList(),
                        run.models().get(i).verdict().text())).toList());
    }

    private static String color(String model) {
        return Formats.format("#%06x", LabTheme.of(model).getRGB() & 0xFFFFFF);
    }
}
