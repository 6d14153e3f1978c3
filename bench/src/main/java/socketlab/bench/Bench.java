package socketlab.bench;

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

/** The benchmarks, run as JMH's own command runs them and with its options; one that fails ends the run. */
public final class Bench {
    /** Instead of what our own JVM was started with, so that a fork is the same however we were started. */
    private static final String[] FORK = {"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"};

    private final CommandLineOptions typed;

    /** Throws {@link IllegalArgumentException} with one line when JMH does not know what was typed. */
    public Bench(List<String> jmhOptions) {
        try {
            typed = new CommandLineOptions(jmhOptions.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Prints what JMH only prints, such as {@code -h}, {@code -l} or {@code -lprof}; false when there is work to do. */
    public boolean tells() throws IOException {
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
     * Measures, writes JMH's JSON and the table.
     *
     * @param quick    in two minutes, for a first look: one fork and short iterations, where nothing else was typed
     * @param json     where the results go
     * @param progress what JMH says while it runs
     * @param table    the results to read
     * @throws IOException with one line when a benchmark failed
     */
    public void run(boolean quick, Path json, PrintStream progress, PrintStream table) throws IOException {
        OutputFormat format = OutputFormatFactory.createFormatInstance(progress,
                typed.verbosity().orElse(VerboseMode.NORMAL));
        try {
            var results = new Runner(options(quick, json).build(), format).run();
            ResultFormatFactory.getInstance(ResultFormatType.TEXT, table).writeOut(results);
        } catch (RunnerException e) {
            throw new IOException("a benchmark failed (%s); what it said stands above".formatted(e.getMessage()), e);
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

    /** Many short iterations: of three the confidence interval would be thirty standard errors wide, of ten it is five. */
    private ChainedOptionsBuilder quick(ChainedOptionsBuilder options) {
        return options.forks(typed.getForkCount().orElse(1))
                .warmupIterations(typed.getWarmupIterations().orElse(2))
                .warmupTime(typed.getWarmupTime().orElse(TimeValue.milliseconds(200)))
                .measurementIterations(typed.getMeasurementIterations().orElse(10))
                .measurementTime(typed.getMeasurementTime().orElse(TimeValue.milliseconds(60)));
    }
}
