package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import socketlab.results.FaultSettings;

/**
 * A closed loop, simulated: each client sends its next request after its answer, {@code servers} requests are in service
 * at once, and the rest wait in order of arrival.
 *
 * @param kept a client keeps its server until all its requests are answered, as on a kept connection
 * @param faults which requests are slow
 */
record ClosedLoopSimulation(int clients, int requests, double serviceMs, int servers, boolean kept, FaultSettings faults) {

    /** A client at the moment it sends. */
    private record Arrival(double atMs, int order, int left) {}

    /** An answer: when, and after what latency. */
    private record Answer(double atMs, double latencyMs) {}

    Prediction run() {
        Answer[] answers = kept ? byConnection() : byRequest();
        // A stable sort: answers of the same moment stay in the order their requests were sent.
        Arrays.sort(answers, Comparator.comparingDouble(Answer::atMs));
        double[] latencies = new double[answers.length];
        double[] moments = new double[answers.length];
        for (int i = 0; i < answers.length; i++) {
            latencies[i] = answers[i].latencyMs();
            moments[i] = answers[i].atMs();
        }
        return new Prediction(latencies, moments);
    }

    private Answer[] byRequest() {
        PriorityQueue<Arrival> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Arrival::atMs).thenComparingInt(Arrival::order));
        int order = 0;
        while (order < Math.min(clients, requests)) {
            queue.add(new Arrival(0, order, share(order)));
            order++;
        }
        PriorityQueue<Double> free = freeServers();
        Answer[] answers = new Answer[requests];
        for (int i = 0; i < requests; i++) {
            Arrival next = queue.remove();
            double done = Math.max(next.atMs(), free.remove()) + faults.serviceMs(i + 1, serviceMs);
            free.add(done);
            answers[i] = new Answer(done, done - next.atMs());
            if (next.left() > 1) {
                queue.add(new Arrival(done, order++, next.left() - 1));
            }
        }
        return answers;
    }

    private Answer[] byConnection() {
        PriorityQueue<Double> free = freeServers();
        Answer[] answers = new Answer[requests];
        int i = 0;
        for (int client = 0; client < Math.min(clients, requests); client++) {
            double sent = 0;
            double at = free.remove();
            for (int request = 0; request < share(client); request++) {
                at += serviceMs;
                answers[i++] = new Answer(at, at - sent);
                sent = at;
            }
            free.add(at);
        }
        return answers;
    }

    /** Every client sends the same number of requests; the first clients send one more where it does not divide. */
    private int share(int client) {
        return requests / clients + (client < requests % clients ? 1 : 0);
    }

    private PriorityQueue<Double> freeServers() {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < Math.min(servers, clients); i++) {
            free.add(0.0);
        }
        return free;
    }
}
