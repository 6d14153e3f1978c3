package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import socketlab.report.text.Formats;
import socketlab.results.FaultSettings;

/** The faults of a run in words. */
public final class FaultText {
    private FaultText() {}

    /** Separated by commas; empty where there were none. */
    public static String of(FaultSettings faults) {
        List<String> words = new ArrayList<>(faults.cpu() ? List.of("computing instead of waiting") : List.of());
        if (faults.slowOneIn() > 0) {
            words.add(Formats.format("1/%d of the requests take %s", faults.slowOneIn(), Formats.time(faults.slowMs())));
        }
        if (faults.acceptAfterMs() > 0) {
            words.add("nobody accepted for " + Formats.time(faults.acceptAfterMs()));
        }
        if (faults.twoWrites()) {
            words.add("two writes");
        }
        if (faults.loss() > 0 || faults.retries() > 0) {
            words.add(Formats.format("loss %s with %d retries", faults.loss(), faults.retries()));
        }
        faults.faultyClients().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(client -> words.add(client.getValue() + " " + client.getKey()));
        return String.join(", ", words);
    }
}
