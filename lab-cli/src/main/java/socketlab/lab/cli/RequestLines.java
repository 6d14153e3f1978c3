package socketlab.lab.cli;

import static socketlab.core.Text.format;
import static socketlab.core.Text.printable;
import static socketlab.core.Text.text;

import java.time.Duration;
import socketlab.load.log.LoadListener;
import socketlab.results.Outcome;

/** Prints two lines for each request when it ends, as the course's sample client does, where there are only a few. */
final class RequestLines implements LoadListener {
    private static final int FEW = 20;

    private final boolean wanted;

    RequestLines(boolean wanted) {
        this.wanted = wanted;
    }

    /** Whether this load has few requests, and stdout is for people. */
    static boolean wanted(LoadOptions load, String service) {
        int requests = load.requests == null ? load.clients : load.requests;
        return !service.equals(ChatOptions.SERVICE) && load.loop.sweep == null && load.loop.repeat == 1
                && load.duration().isEmpty() && requests <= FEW && !load.jsonOnly();
    }

    boolean wanted() {
        return wanted;
    }

    @Override
    public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
        if (wanted) {
            System.out.println(format("Client #%d: %s", client, outcome == Outcome.OK
                    ? "received message = " + printable(text(message))
                    : "failed: " + outcome.text() + (message == null ? "" : ", received message = " + printable(text(message)))));
            System.out.println(format("Client #%d: time taken = %s", client, clock(tookNanos)));
            System.out.flush();
        }
    }

    /** Prints the last line of the sample client's output. */
    void total(double elapsedMs) {
        if (wanted) {
            System.out.println("All clients: time taken = " + clock(Math.round(elapsedMs * 1e6)));
        }
    }

    /** As Python prints a timedelta: {@code 0:00:05.006292}. */
    static String clock(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        return format("%d:%02d:%02d.%06d", time.toHours(), time.toMinutesPart(), time.toSecondsPart(),
                time.toNanosPart() / 1000);
    }
}
