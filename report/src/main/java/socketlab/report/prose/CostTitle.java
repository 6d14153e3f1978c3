package socketlab.report.prose;

import java.util.Comparator;
import java.util.List;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** What the idle clients cost the servers, in one sentence; it speaks of the most that were measured. */
record CostTitle(int idle, List<IdleCost> costs) {
    private static final int NAMED = 3;

    /** Nothing can be said of models that failed, nor of servers that nobody looked at. */
    static CostTitle of(Run run) {
        int most = ModelSeries.counts(run).getLast();
        return new CostTitle(most, ModelSeries.sound(run).stream().flatMap(sweep -> sweep.beside(most).stream())
                .flatMap(result -> IdleCost.of(result, run.load()).stream()).toList());
    }

    boolean empty() {
        return costs.isEmpty();
    }

    boolean threadless() {
        return costs.stream().allMatch(IdleCost::threadless);
    }

    /** {@code 10,000 idle clients cost select 29 MiB and no thread, threaded 352 MiB and 10,000 threads}. */
    String sentence() {
        String clients = Formats.count(idle, "idle client") + (idle == 1 ? " costs " : " cost ");
        if (costs.size() <= NAMED) {
            return clients + String.join(", ", costs.stream().map(cost -> cost.model() + " " + cost.memoryInWords()
                    + " and " + cost.threadsInWords()).toList());
        }
        List<IdleCost> sorted = costs.stream().sorted(Comparator.comparingLong(IdleCost::bytes)).toList();
        return clients + "from " + memory(sorted.getFirst()) + " to " + memory(sorted.getLast()) + "; " + threads();
    }

    private static String memory(IdleCost cost) {
        return cost.memoryInWords() + " in " + cost.model();
    }

    private String threads() {
        List<IdleCost> takers = costs.stream().filter(cost -> !cost.threadless()).toList();
        if (takers.isEmpty()) {
            return "no model takes a thread for them";
        }
        if (takers.stream().allMatch(IdleCost::threadEach)) {
            return Formats.list(takers.stream().map(IdleCost::model).toList())
                    + (takers.size() == 1 ? " takes" : " take") + " a thread for each";
        }
        return Formats.list(takers.stream().map(cost -> cost.model() + " takes " + cost.threadsInWords()).toList());
    }
}
