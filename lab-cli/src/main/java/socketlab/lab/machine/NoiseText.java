package socketlab.lab.machine;

import static socketlab.core.Text.format;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.results.statistics.Noise;

/** What others took of this machine, in words, and who may have been it. */
public final class NoiseText {
    private static final Set<String> MEASURING = Set.of("run", "load", "bench", "experiment");

    private NoiseText() {}

    /** {@code 12 % of a core, up to 8.3 ms at a time}; {@code nothing} where nothing was stolen. */
    public static String of(Noise noise) {
        return noise.longestGapMs() == 0 ? "nothing"
                : format(noise.stolenPercent() < 9.95 ? "%.1f %% of a core, up to %.1f ms at a time"
                        : "%.0f %% of a core, up to %.1f ms at a time", noise.stolenPercent(), noise.longestGapMs());
    }

    /** {@code ; another lab is running (process 4711)}; empty where none is, or where this system does not tell. */
    public static String otherLabs() {
        Set<Long> own = Stream.iterate(Optional.of(ProcessHandle.current()), Optional::isPresent,
                process -> process.flatMap(ProcessHandle::parent)).map(process -> process.orElseThrow().pid())
                .collect(Collectors.toSet());
        return others(ProcessHandle.allProcesses().filter(process -> !own.contains(process.pid()))
                .filter(process -> measures(process) && process.parent().filter(NoiseText::measures).isEmpty())
                .map(ProcessHandle::pid).sorted().toList());
    }

    /** One that another one has started is not named beside it. */
    private static boolean measures(ProcessHandle process) {
        return process.info().arguments().filter(NoiseText::measures).isPresent();
    }

    static String others(List<Long> processes) {
        return processes.isEmpty() ? "" : format(processes.size() == 1 ? "; another lab is running (process %s)"
                : "; other labs are running (processes %s)",
                processes.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** The command line of a lab that loads servers; a server under test has one of its own. */
    static boolean measures(String[] arguments) {
        List<String> all = List.of(arguments);
        return all.stream().anyMatch(argument -> argument.endsWith("lab.jar")) && !all.contains("under-test")
                && all.stream().anyMatch(MEASURING::contains);
    }
}
