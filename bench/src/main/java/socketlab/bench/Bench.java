package socketlab.bench;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks as JMH's own command does and with its options; a benchmark that fails ends the run. */
public final class Bench {
    /** Instead of this JVM's own flags, so that a fork is the same however this JVM was started. */
    private static final String[] FORK = {"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"};

    private final CommandLineOptions typed;

    /** Throws {@link IllegalArgumentException} with one line when JMH does not know one of these options. */
    public Bench(List<String> jmhOptions) {
        try {
            typed = new CommandLineOptions(jmhOptions.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Prints what options such as {@code -h}, {@code -l} or {@code -lprof} ask for; false when there are benchmarks to run. */
    public boolean printInfo() throws IOException {
        Runner runner = new Runner(typed);
        if (typed.shouldHelp()) {
            typed.showHelp();
        } else if (typed.shouldList()) {
            runner.list();
        } else if (typed.shouldListWithParams()) {
            runner.listWithParams(typed);
        } else if (typed.shouldListProfilers()) {
            typed.listProfilers();
        } else if (typed.shouldListResultFormats()) {
            typed.listResultFormats();
        } else {
            return false;
        }
        return true;
    }

    /**
     * Runs the benchmarks, and writes JMH's JSON and the table of results.
     *
     * @param quick    one fork and short iterations, two minutes in all, where the options do not say otherwise
     * @param json     the file for JMH's results
     * @param progress JMH's output while it runs
     * @param table    the results as text
     * @throws IOException with one line when a benchmark failed
     */
    public void run(boolean quick, Path json, PrintStream progress, PrintStream table) throws IOException {
        OutputFormat format = OutputFormatFactory.createFormatInstance(progress,
                typed.verbosity().orElse(VerboseMode.NORMAL));
        try {
            var results = new Runner(options(quick, json).build(), format).run();
            ResultFormatFactory.getInstance(ResultFormatType.TEXT, table).writeOut(results);
        } catch (RunnerException e) {
            throw new IOException(format("a benchmark failed (%s); see its output above", e.getMessage()), e);
        }
    }

    private ChainedOptionsBuilder options(boolean quick, Path json) {
        ChainedOptionsBuilder options = new OptionsBuilder().parent(typed).shouldFailOnError(true)
                .result(json.toString()).resultFormat(ResultFormatType.JSON);
        if (!typed.getJvmArgs().hasValue()) {
            options.jvmArgs(FORK);
        }
        return quick ? quick(options) : options;
    }

    /** Ten short iterations: JMH's 99.9 % interval of three is thirty standard errors wide, of ten it is five. */
    private ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        return options.forks(typed.getForkCount().orElse(1))
                .warmupIterations(typed.getWarmupIterations().orElse(2))
                .warmupTime(typed.getWarmupTime().orElse(TimeValue.milliseconds(200)))
                .measurementIterations(typed.getMeasurementIterations().orElse(10))
                .measurementTime(typed.getMeasurementTime().orElse(TimeValue.milliseconds(60)));
    }
}
