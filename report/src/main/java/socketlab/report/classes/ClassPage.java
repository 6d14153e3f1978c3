package socketlab.report.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.Report;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.ChartCaptions;
import socketlab.report.page.Page;
import socketlab.report.page.PdfWriter;
import socketlab.report.page.Template;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Run;
import socketlab.results.files.ResultsException;

/**
 * One page for the runs of a whole class.
 *
 * @param compared how many runs are on it
 * @param apart by student, why a run is not compared with the others
 * @param skipped by name, what in the folder is no run, and why
 */
public record ClassPage(Path page, String headline, int compared, Map<String, String> apart,
                        Map<String, String> skipped) {

    /** One student's line; a cell for each model. */
    public record Row(String name, List<String> cells) {}

    /**
     * Writes the page.
     *
     * @param paper whether to write the same as a PDF beside it
     * @throws ResultsException when there is no run in the folder, or the page cannot be written
     */
    public static ClassPage draw(Path folder, Path html, boolean paper) throws ResultsException {
        Report.requireFont();
        ClassFolder found = ClassFolder.of(folder);
        if (found.students().isEmpty()) {
            throw new ResultsException(folder + " holds no run that can be read" + found.skipped().entrySet().stream()
                    .findFirst().map(first -> " (" + first.getKey() + " " + first.getValue() + ")").orElse("")
                    + "; name a folder with a folder for each student in it");
        }
        ComparableRuns together = ComparableRuns.of(found.students());
        List<ClassRow> rows = ClassRow.of(together.students());
        ClassPage page = new ClassPage(html, ClassChart.title(together.students(), rows), together.students().size(),
                together.apart(), found.skipped());
        try {
            RenderedChart picture = RenderedChart.of("class", ClassChart.of(together.students(), rows));
            Files.writeString(html, page.fill(together.students(), rows, picture, folder, false));
            if (paper) {
                PdfWriter.write(page.fill(together.students(), rows, picture, folder, true), Report.beside(html, ".pdf"));
            }
            return page;
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot write " + html + ": " + ResultsException.reason(e), e);
        }
    }

    private String fill(List<Submission> students, List<ClassRow> rows, RenderedChart picture, Path folder, boolean paper)
            throws IOException {
        Run first = students.getFirst().run();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("paper", paper);
        values.put("headline", Formats.unbroken(headline));
        values.put("load", TimelineText.load(first));
        values.put("chart", new Page.Shown("class", picture.description(), Page.source(picture, paper),
                ChartCaptions.of(first, "class")));
        values.put("models", rows.stream().map(ClassRow::model).toList());
        values.put("students", students);
        values.put("rows", table(students, rows));
        values.put("what", ClassRow.byMax(students) ? "The longest wait in each run"
                : "The median latency of each run");
        values.put("outliers", outliers(rows));
        values.put("apart", apart);
        values.put("skipped", skipped);
        values.put("command", "./lab report --class " + Report.quoted(folder.toString()));
        return Template.fill("class.peb", values);
    }

    private static List<Row> table(List<Submission> students, List<ClassRow> rows) {
        return students.stream().map(student -> new Row(student.name(),
                rows.stream().map(row -> cell(row.of(student.name()))).toList())).toList();
    }

    private static String cell(ClassRow.Mark mark) {
        if (mark == null) {
            return "–";
        }
        String time = Double.isNaN(mark.ms()) ? "nobody answered" : Formats.time(mark.ms());
        return switch (mark.kind()) {
            case COUNTED -> time;
            case OUTLIER -> time + " (outlier)";
            case NOISY -> time + " (noisy)";
            case FAILED -> time + " (" + Formats.number(mark.result().failed()) + " failed)";
        };
    }

    private static List<String> outliers(List<ClassRow> rows) {
        List<String> outliers = new ArrayList<>();
        rows.forEach(row -> row.of(ClassRow.Kind.OUTLIER).forEach(mark -> outliers.add(mark.student() + ": "
                + Formats.time(mark.ms()) + " in " + row.model() + ", where the class has " + Formats.time(row.ms(50))
                + " in the middle, half of it between " + Formats.time(row.ms(25)) + " and " + Formats.time(row.ms(75))
                + ".")));
        return outliers;
    }
}
