package socketlab.lab.plan;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import socketlab.core.ServiceOptions.Work;
import socketlab.load.plan.FaultInjection;
import socketlab.results.FaultSettings;

/** Everything that goes wrong on purpose, on the server's side and on the clients', as results have it. */
public final class FaultPlan {
    private FaultPlan() {}

    /** Of a server that is not ours, what the clients do is all there is. */
    public static FaultSettings of(FaultInjection clients) {
        return of(Work.SLEEP, Duration.ZERO, clients);
    }

    static FaultSettings of(Work work, Duration acceptAfter, FaultInjection clients) {
        Map<String, Integer> misfits = new TreeMap<>();
        clients.faultyClients().forEach((kind, count) -> misfits.put(kind.option().substring(2), count));
        return new FaultSettings(work.cpu(), work.slow().map(Work.Slow::oneIn).orElse(0),
                work.slow().map(slow -> slow.time().toNanos() / 1e6).orElse(0.0), acceptAfter.toNanos() / 1e6,
                clients.twoWrites(), clients.loss(), clients.retries(), misfits);
    }
}
