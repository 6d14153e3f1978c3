package socketlab.run;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import socketlab.core.ServiceOptions.Work;
import socketlab.load.Trouble;
import socketlab.report.TroubleSettings;

/** Everything that goes wrong on purpose, on the server's side and on the clients', as results have it. */
public final class Troubles {
    private Troubles() {}

    /** Of a server that is not ours, what the clients do is all there is. */
    public static TroubleSettings of(Trouble clients) {
        return of(Work.SLEEP, Duration.ZERO, clients);
    }

    static TroubleSettings of(Work work, Duration acceptAfter, Trouble clients) {
        Map<String, Integer> misfits = new TreeMap<>();
        clients.misfits().forEach((kind, count) -> misfits.put(kind.option().substring(2), count));
        return new TroubleSettings(work.cpu(), work.slow().map(Work.Slow::oneIn).orElse(0),
                work.slow().map(slow -> slow.time().toNanos() / 1e6).orElse(0.0), acceptAfter.toNanos() / 1e6,
                clients.twoWrites(), clients.loss(), clients.retries(), misfits);
    }
}
