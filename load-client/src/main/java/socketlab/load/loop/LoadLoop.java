package socketlab.load.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import socketlab.load.net.LoadContext;

/**
 * The event loop of the load client: one thread is a thousand clients, because a client only waits. The
 * {@link RequestScheduler} decides when the next request starts, and whose it is.
 *
 * <p>A selector waits in whole milliseconds, rounded up: a deadline is noticed up to 1 ms late, and never by spinning.
 */
final class LoadLoop {
    private static final int STARTS_PER_TURN = 8;   // then read replies: a burst of starts must not delay them
    private static final long RETRY_DELAY_NANOS = 10_000_000;

    private final LoadContext context;
    private final List<VirtualUser> users;
    private final RequestScheduler scheduler;
    private final Deadlines deadlines;
    private final Queue<Delayed> delayed = new PriorityQueue<>();   // ramp, and users that were refused
    private int inFlight;
    private boolean finished;   // no further request will start
    private volatile boolean stopped;

    private record Delayed(VirtualUser user, long untilNanos) implements Comparable<Delayed> {
        @Override
        public int compareTo(Delayed other) {
            int earlier = Long.compare(untilNanos, other.untilNanos);
            return earlier != 0 ? earlier : Integer.compare(user.number(), other.user.number());
        }
    }

    LoadLoop(LoadContext context, List<VirtualUser> users) {
        this.context = context;
        this.users = users;
        this.scheduler = RequestScheduler.of(context);
        this.deadlines = new Deadlines(context, users);
    }

    /** Any thread: {@link #run} returns soon. */
    void stop() {
        stopped = true;
        context.selector().wakeup();
    }

    boolean isStopped() {
        return stopped;
    }

    /** Runs until every request has ended. These users become available spread evenly over the ramp. */
    void run(List<VirtualUser> starting, long rampNanos) throws IOException, InterruptedException {
        long start = context.now();
        for (int i = 0; i < starting.size(); i++) {
            delayed.add(new Delayed(starting.get(i), start + rampNanos / starting.size() * i));
        }
        scheduler.start(start);
        // tag::loop
        while (!stopped && !(finished && inFlight == 0)) {
            startRequests();
            long now = context.now();
            finishIfExhausted(start, now);
            select(now);   // the only place where the load client waits; each channel that is ready goes on in here
            deadlines.resendDue();
            for (VirtualUser late = deadlines.expireOne(); late != null; late = deadlines.expireOne()) {
                requestEnded(late);
            }
        }
        // end::loop
        if (!finished) {
            context.log().counters().requestingNanos = context.now() - start;
        }
    }

    /** Called by the selector: a set of selected keys would be filled and emptied in every turn. */
    private void ready(SelectionKey key) {
        try {
            switch ((ChannelHandler) key.attachment()) {
                case VirtualUser user -> advance(user);
                case IdleClient idle -> idle.advance();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void advance(VirtualUser user) throws IOException {
        boolean wasInFlight = user.hasRequestInFlight();
        user.advance();
        if (wasInFlight && !user.hasRequestInFlight()) {
            requestEnded(user);
            startRequests();   // now, not after the other channels: the server need not wait for this loop
        }
    }

    private void startRequests() throws IOException {
        for (int started = 0; started < STARTS_PER_TURN && scheduler.hasAvailable(); started++) {
            long now = context.now();
            VirtualUser user = finished ? null : scheduler.poll(now);
            if (user == null) {
                return;
            }
            inFlight++;
            user.start(scheduler.intendedNanos(), now);
            if (!user.hasRequestInFlight()) {
                requestEnded(user);
            }
        }
    }

    private void requestEnded(VirtualUser user) {
        inFlight--;
        if (finished) {
            user.closeIfUnused();
        } else if (user.hasRequestsLeft() && user.wasRefused()) {
            delayed.add(new Delayed(user, context.now() + RETRY_DELAY_NANOS));
        } else if (user.hasRequestsLeft()) {
            scheduler.makeAvailable(user, user.doneNanos());   // the clock need not be read again
        }
    }

    private void finishIfExhausted(long start, long now) {
        if (!finished && scheduler.isExhausted(now)) {
            finished = true;
            context.log().counters().requestingNanos = now - start;
            context.log().counters().inFlightAtEnd = context.plan().timing().duration().isPresent() ? inFlight : 0;
            users.forEach(VirtualUser::closeIfUnused);
        }
    }

    private void select(long now) throws IOException, InterruptedException {
        while (!delayed.isEmpty() && delayed.element().untilNanos() <= now) {
            scheduler.makeAvailable(delayed.remove().user(), now);
        }
        long due = nextDueNanos();
        try {
            if (due <= now || (!finished && scheduler.isImminent(now)) || (finished && inFlight == 0)) {
                context.selector().selectNow(this::ready);
            } else {
                context.selector().select(this::ready, Math.max(1, (due - now + 999_999) / 1_000_000));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the load was interrupted");
        }
    }

    private long nextDueNanos() {
        if (finished) {
            return deadlines.nextDueNanos();
        }
        long available = delayed.isEmpty() ? RequestScheduler.NEVER : delayed.element().untilNanos();
        return Math.min(deadlines.nextDueNanos(), Math.min(available, scheduler.nextDueNanos()));
    }

    /** Stops the scheduler's thread, where it has one, however the loop ended. */
    void close() {
        scheduler.stop();
    }
}
