package socketlab.load.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import socketlab.load.plan.LoadPlan;

/** Those who misbehave beside the load, on threads of their own: the loop that is measured does not know them. */
final class FaultyClients {
    private final List<FaultyClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    FaultyClients(LoadPlan plan) {
        plan.faults().faultyClients().forEach((kind, count) ->
                Collections.nCopies(count, kind).forEach(one -> clients.add(new FaultyClient(plan, one))));
    }

    /** Returns when each of them is at it, or has not been let in. */
    void open() throws InterruptedException {
        clients.forEach(client -> threads.add(Thread.ofVirtual().name("misfit").start(client)));
        for (FaultyClient client : clients) {
            client.awaitHere();
        }
    }

    /** They are gone when this returns. */
    void close() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
