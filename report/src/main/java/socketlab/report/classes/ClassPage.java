package socketlab.report.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.analysis.Ranking;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.RunKind;
import socketlab.report.page.Page;
import socketlab.report.page.PageFiles;
import socketlab.report.page.PdfWriter;
import socketlab.report.page.Template;
import socketlab.report.prose.DifferenceText;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.Run;
import socketlab.results.files.ResultsException;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundValue;

/**
 * One page for the runs of a whole class.
 *
 * @param compared how many runs are on it
 * @param excluded by student, why a run is not compared with the others
 * @param skipped by name, why something in the folder was not read
 */
public record ClassPage(Path page, String headline, int compared, Map<String, String> excluded,
        Map<String, String> skipped) {

    /** One student's line; a cell for each model, and where the student's own page is, seen from this one; may be empty. */
    public record Row(String name, String page, List<String> cells) {}

    /** One student's machine, as text. */
    public record Machine(String name, List<String> cells) {}

    /**
     * Writes the page, and beside it the same figures as CSV.
     *
     * @param paper whether to write a PDF beside it, too
     * @throws ResultsException when there is no run in the folder, or the page cannot be written
     */
    public static ClassPage draw(Path folder, Path html, boolean paper) throws ResultsException {
        LabTheme.requireFont();
        ClassFolder found = ClassFolder.of(folder);
        if (found.students().isEmpty()) {
            throw new ResultsException(folder + " holds no run that can be read" + found.skipped().entrySet().stream()
                    .findFirst().map(first -> " (" + first.getKey() + " " + first.getValue() + ")").orElse("")
                    + "; name a folder with a folder for each student in it");
        }
        ComparableRuns comparable = ComparableRuns.of(found.students());
        List<ClassRow> rows = ClassRow.of(comparable.students());
        ClassPage page = new ClassPage(html, ClassChart.title(comparable.students(), rows), comparable.students().size(),
                comparable.excluded(), found.skipped());
        return PageFiles.writing(html, () -> {
            RenderedChart chart = RenderedChart.of(ClassChart.of(comparable.students(), rows));
            Files.writeString(html, page.fill(comparable.students(), rows, chart, folder, false));
            Files.writeString(PageFiles.beside(html, ".csv"), ClassTable.csv(comparable.students(), rows, folder));
            if (paper) {
                PdfWriter.write(page.fill(comparable.students(), rows, chart, folder, true), PageFiles.beside(html, ".pdf"));
            }
            return page;
        });
    }

    private String fill(List<Submission> students, List<ClassRow> rows, RenderedChart chart, Path folder, boolean paper)
            throws IOException {
        Run first = students.getFirst().run();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("paper", paper);
        values.put("headline", Formats.unbroken(headline));
        values.put("load", RunKind.of(first).loadSentence());
        values.put("chart", Page.Shown.of(chart, paper));
        values.put("models", rows.stream().map(ClassRow::model).toList());
        values.put("students", students);
        values.put("rows", table(students, rows));
        values.put("machines", students.stream().map(ClassPage::machine).toList());
        values.put("differences", differences(students, rows));
        values.put("csv", PageFiles.beside(page, ".csv").getFileName().toString());
        values.put("what", ClassRow.byMax(students) ? "The maximum latency of each run" : "The median latency of each run");
        values.put("outliers", outliers(rows));
        values.put("excluded", excluded);
        values.put("skipped", skipped);
        values.put("command", "./lab report --class " + PageFiles.quoted(folder.toString()));
        return Template.fill("class.peb", values);
    }

    /** A student's machine is one observation of every model, so the students are the rounds. */
    private static List<String> differences(List<Submission> students, List<ClassRow> rows) {
        RoundFigure figure = ClassRow.byMax(students) ? RoundFigure.MAX : RoundFigure.P50;
        Map<String, List<RoundValue>> values = new LinkedHashMap<>();
        rows.stream().filter(ClassRow::known).forEach(row -> values.put(row.model(), row.figures(students)));
        Ranking ranking = Ranking.of(Map.of(figure, values)).getFirst();
        if (values.size() < 2) {
            return List.of();
        }
        return ranking.rounds() < 2 ? List.of("Too few students measured the same two models: no claim about differences.")
                : List.of(DifferenceText.sentence(ranking, "").replace(" rounds ", " runs ") + ". "
                        + DifferenceText.power(ranking).replace(" rounds ", " runs "));
    }

    private static Machine machine(Submission student) {
        Environment machine = student.run().environment();
        return new Machine(student.name(), List.of(machine.hardware().cpu(), Formats.number(machine.hardware().cores()),
                machine.os(), machine.jdk(), Formats.format("%.1f", machine.stolenPercent()), student.run().started()));
    }

    private List<Row> table(List<Submission> students, List<ClassRow> rows) {
        return students.stream().map(student -> new Row(student.name(), student.page(page),
                rows.stream().map(row -> cell(row.of(student.name()))).toList())).toList();
    }

    private static String cell(ClassRow.Mark mark) {
        if (mark == null) {
            return "–";
        }
        String time = Double.isNaN(mark.ms()) ? "no answer" : Formats.time(mark.ms());
        return switch (mark.kind()) {
            case COUNTED -> time;
            case OUTLIER -> time + " (outlier)";
            case NOISY -> time + " (noisy)";
            case FAILED -> time + " (" + (mark.result().crash() != null ? "server crashed"
                    : Formats.number(mark.result().failed()) + " failed") + ")";
        };
    }

    private static List<String> outliers(List<ClassRow> rows) {
        List<String> outliers = new ArrayList<>();
        rows.forEach(row -> row.of(ClassRow.Kind.OUTLIER).forEach(mark -> outliers.add(mark.student() + ": "
                + Formats.time(mark.ms()) + " in " + row.model() + "; the median of the class is " + Formats.time(row.ms(50))
                + ", its middle half from " + Formats.time(row.ms(25)) + " to " + Formats.time(row.ms(75)) + ".")));
        return outliers;
    }
}
