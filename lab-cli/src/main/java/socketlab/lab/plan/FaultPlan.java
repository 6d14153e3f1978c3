package socketlab.lab.plan;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import socketlab.core.ServiceOptions.Work;
import socketlab.load.plan.FaultInjection;
import socketlab.results.FaultSettings;

/** The faults injected into servers and clients, as results have them. */
final class FaultPlan {
    private FaultPlan() {}

    /** Into a foreign server none are injected, so only the clients' remain. */
    static FaultSettings of(FaultInjection clients) {
        return of(Work.SLEEP, Duration.ZERO, clients);
    }

    static FaultSettings of(Work work, Duration acceptAfter, FaultInjection clients) {
        Map<String, Integer> faulty = new TreeMap<>();
        clients.faultyClients().forEach((kind, count) -> faulty.put(kind.option().substring(2), count));
        return new FaultSettings(work.cpu(), work.slow().map(Work.Slow::oneIn).orElse(0),
                work.slow().map(slow -> slow.time().toNanos() / 1e6).orElse(0.0), acceptAfter.toNanos() / 1e6,
                clients.twoWrites(), clients.loss(), clients.retries(), faulty);
    }
}
