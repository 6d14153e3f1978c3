package socketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.report.BenchReport;
import socketlab.report.Report;

/** {@code lab report}: draws a run again, from its files alone. */
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "Draw a run again, from the files it left behind.")
final class ReportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "a folder that lab run, lab load or lab bench has written;"
            + " two of lab bench: the second compared with the first")
    List<Path> runs;

    @Option(names = "-o", paramLabel = "FILE", description = "where the page goes (default: report.html in the folder)")
    Path out;

    @Override
    public Integer call() throws IOException {
        if (runs.size() <= 2 && runs.stream().allMatch(BenchReport::isOne)) {
            System.out.println("report: " + BenchReport.draw(runs.getLast(),
                    runs.size() == 2 ? runs.getFirst() : null, out));
            return 0;
        }
        if (out != null && runs.size() > 1) {
            throw new ParameterException(spec.commandLine(),
                    "-o takes one page, but there are %d runs".formatted(runs.size()));
        }
        for (Path run : runs) {
            System.out.println("report: " + (out == null ? Report.draw(run) : Report.draw(run, out)));
        }
        return 0;
    }
}
