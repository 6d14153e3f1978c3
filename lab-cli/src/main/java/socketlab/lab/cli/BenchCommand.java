package socketlab.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import socketlab.bench.Bench;
import socketlab.lab.measure.ResultsFolder;
import socketlab.report.bench.BenchReport;

/** {@code lab bench}: what the parts cost, by JMH. */
@Command(name = "bench", sortOptions = false, description = "What the parts cost, by JMH; half an hour, or --quick.",
        customSynopsis = "lab bench [--quick] [--results DIR] [JMH options]",
        footer = {"", "Everything else is for JMH, such as:",
            "  -l, -lp                list the benchmarks, with their parameters",
            "  RoundTrip              only what matches this regular expression",
            "  -p model=select,poll   these parameters only",
            "  -f 5 -i 10 -r 2s       forks, iterations, time of one",
            "  -prof gc               with a profiler; -h shows all of it"})
final class BenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--quick", description = "two minutes, for a first look: one fork, short iterations")
    boolean quick;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "where the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--help", usageHelp = true, description = "show this and end; -h is JMH's own")
    boolean help;

    @Unmatched
    List<String> jmh = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Bench bench = Main.asked(spec, () -> new Bench(jmh));
        if (bench.printInfo()) {
            return 0;
        }
        Path folder = ResultsFolder.fresh(results, "bench");
        Path json = folder.resolve("bench.json");
        try {
            bench.run(quick, json, System.err, System.out);
        } finally {
            if (!Files.exists(json) || Files.size(json) == 0) {
                Files.deleteIfExists(json);
                Files.deleteIfExists(folder);
            }
        }
        System.out.println("\nreport: " + BenchReport.draw(folder, null, null));
        return 0;
    }
}
