package socketlab.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.report.Report;
import socketlab.report.bench.BenchReport;
import socketlab.report.classes.ClassPage;
import socketlab.report.compare.Comparison;
import socketlab.report.page.PageFiles;
import socketlab.report.text.Formats;

/** {@code lab report}: draws a run again, compares several, or puts a whole class on one page; reads files only. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "Draw a run again from its files; several runs become a comparison.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "a folder written by lab run, lab load or"
            + " lab bench; the others are compared with the first")
    List<Path> runs = List.of();

    @Option(names = "--class", paramLabel = "DIR", description = "a folder that holds a folder for each student's run")
    Path students;

    @Option(names = "--pdf", description = "write a PDF beside the page as well")
    boolean pdf;

    @Option(names = "-o", paramLabel = "FILE", description = "the page's file (default: report.html in the run's"
            + " folder, comparison.html beside the first run's, class.html in the class's)")
    Path out;

    @Override
    public Integer call() throws IOException {
        if ((students == null) == runs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "give a run, several to compare, or --class and a folder");
        }
        if (pdf) {
            TemporaryFolder.makePrivate();
        }
        if (students == null && runs.size() <= 2 && runs.stream().allMatch(BenchReport::isOne)) {
            System.out.println("report: " + BenchReport.draw(runs.getLast(),
                    runs.size() == 2 ? runs.getFirst() : null, out));
        } else if (students != null) {
            classPage(ClassPage.draw(students, out == null ? students.resolve("class.html") : out, pdf));
        } else if (runs.size() > 1) {
            Path page = out == null ? runs.getFirst().toAbsolutePath().resolveSibling("comparison.html") : out;
            comparison(Main.validated(spec, () -> Comparison.draw(runs, page, pdf)));
        } else {
            Path page = out == null ? runs.getFirst().resolve("report.html") : out;
            List<Path> written = Report.draw(runs.getFirst(), page, pdf);
            written.forEach(file -> System.out.println("report: " + file));
            Path kept = PageFiles.beside(page, ".md");
            if (!written.contains(kept) && Files.exists(kept)) {
                System.err.println("kept, because it was changed by hand: " + kept + "; delete it to draw it again");
            }
        }
        return 0;
    }

    private static void comparison(Comparison comparison) {
        comparison.warnings().forEach(warning -> System.err.println("warning: " + warning));
        System.out.println(Formats.plain(comparison.headline()));
        comparison.notes().forEach(note -> System.out.println(Formats.plain(note)));
        System.out.println("\nreport: " + comparison.page());
    }

    private static void classPage(ClassPage page) {
        page.excluded().forEach((name, why) -> System.err.println("not compared: " + name + " " + why));
        page.skipped().forEach((name, why) -> System.err.println("not read: " + name + " " + why));
        System.out.println(page.headline() + "\n\nreport: " + page.page());
    }
}
