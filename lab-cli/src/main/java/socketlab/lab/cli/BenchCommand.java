package socketlab.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import socketlab.bench.Bench;
import socketlab.lab.measure.BenchRun;

/** {@code lab bench}: what one message costs, measured by JMH. */
@Command(name = "bench", sortOptions = false,
        description = "Measure with JMH what one message costs: half an hour, or two minutes with --quick.",
        customSynopsis = {"lab bench [--quick] [--results DIR] [JMH options]",
            "lab bench --reference [--only NAME[,NAME...]] [--quick] [--rounds N] [--results DIR]"},
        footer = {"", "All other options go to JMH, for example:",
            "  -l, -lp                list the benchmarks, or also their parameters",
            "  RoundTrip              only benchmarks that match this regular expression",
            "  -p model=select,poll   only these values of a parameter",
            "  -f 5 -i 10 -r 2s       forks, iterations, time of an iteration",
            "  -prof gc               with a profiler; -h lists all options"})
final class BenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--quick", description = "a first look: one fork, short iterations")
    boolean quick;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "the folder in which the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--reference", description = "measure the models and the load client beside bare code and other people's"
            + " servers instead: half an hour, three minutes with --quick; --reference --help says more")
    boolean reference;

    @Option(names = "--help", usageHelp = true, description = "show this help and exit; -h is JMH's")
    boolean help;

    @Unmatched
    List<String> jmh = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (reference) {   // the script ./lab starts another program for it
            throw new ParameterException(spec.commandLine(),
                    "--reference needs the sources of socketlab and their script: ./lab bench --reference");
        }
        Bench bench = Main.validated(spec, () -> new Bench(jmh));
        if (!bench.printInfo()) {
            System.out.println("\nreport: " + BenchRun.run(bench, quick, results));
        }
        return 0;
    }
}
