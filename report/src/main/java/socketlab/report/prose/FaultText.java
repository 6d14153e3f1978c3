package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import socketlab.report.text.Formats;
import socketlab.results.FaultSettings;

/** The injected faults of a run in words. */
public final class FaultText {
    private FaultText() {}

    /** Separated by commas; empty where there are none. */
    public static String of(FaultSettings faults) {
        List<String> parts = new ArrayList<>(faults.cpu() ? List.of("computing instead of sleeping") : List.of());
        if (faults.slowOneIn() > 0) {
            parts.add(Formats.format("1/%d of the requests take %s", faults.slowOneIn(), Formats.time(faults.slowMs())));
        }
        if (faults.acceptAfterMs() > 0) {
            parts.add("no accept for " + Formats.time(faults.acceptAfterMs()));
        }
        if (faults.twoWrites()) {
            parts.add("two writes per message");
        }
        if (faults.loss() > 0 || faults.retries() > 0) {
            parts.add(Formats.format("loss %s with %d retries", faults.loss(), faults.retries()));
        }
        faults.faultyClients().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(kind -> parts.add(kind.getValue() + " " + kind.getKey()));
        return String.join(", ", parts);
    }
}
