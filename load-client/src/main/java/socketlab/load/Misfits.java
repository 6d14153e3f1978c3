package socketlab.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Those who misbehave beside the load, on threads of their own: the loop that is measured does not know them. */
final class Misfits {
    private final List<MisfitClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Misfits(LoadPlan plan) {
        plan.trouble().misfits().forEach((kind, count) ->
                Collections.nCopies(count, kind).forEach(one -> clients.add(new MisfitClient(plan, one))));
    }

    /** Returns when each of them is at it, or has not been let in. */
    void open() throws InterruptedException {
        clients.forEach(client -> threads.add(Thread.ofVirtual().name("misfit").start(client)));
        for (MisfitClient client : clients) {
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
