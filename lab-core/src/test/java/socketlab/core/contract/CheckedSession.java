package socketlab.core.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Session;

/**
 * A session that checks in every test how the model calls it: never two callbacks at once (those of a step included),
 * exactly one {@code onClose}, and nothing after it.
 */
final class CheckedSession implements Session {
    private final Session session;
    private final AtomicBoolean inside = new AtomicBoolean();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    CheckedSession(Session session) {
        this.session = session;
    }

    private <T> T alone(String callback, Callable<T> call) throws Exception {
        if (!inside.compareAndSet(false, true)) {
            broken.add(callback + " while another callback was running");
        }
        if (closed) {
            broken.add(callback + " after onClose");
        }
        try {
            return call.call();
        } finally {
            inside.set(false);
        }
    }

    /** For callbacks that declare no exception. */
    private <T> T quietly(String callback, Callable<T> call) {
        try {
            return alone(callback, call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Next watched(Next next) {
        return switch (next) {
            case Next.Reply(byte[] message, Next then) -> new Next.Reply(message, watched(then));
            case Next.Sleep(var time, var then) -> new Next.Sleep(time, () -> watched(quietly("a sleep's end", then::get)));
            case Next.Compute<?> work -> compute(work);
            case Next.Ready ready -> ready;
            case Next.HangUp hangUp -> hangUp;
        };
    }

    private <T> Next compute(Next.Compute<T> work) {
        return new Next.Compute<>(work.task(),
                result -> watched(quietly("a computation's end", () -> work.then().apply(result))));
    }

    @Override
    public Next onOpen() {
        return watched(quietly("onOpen", session::onOpen));
    }

    @Override
    public Next onMessage(byte[] message) throws Exception {
        return watched(alone("onMessage", () -> session.onMessage(message)));
    }

    @Override
    public Next onBadFrame(FrameException why) {
        return watched(quietly("onBadFrame", () -> session.onBadFrame(why)));
    }

    @Override
    public void onIdle() {
        quietly("onIdle", () -> {
            session.onIdle();
            return null;
        });
    }

    @Override
    public void onSent() {
        quietly("onSent", () -> {
            session.onSent();
            return null;
        });
    }

    @Override
    public void onClose() {
        quietly("onClose", () -> {
            closed = true;
            session.onClose();
            return null;
        });
    }

    /** What the model did wrong; asked once the server has been closed. */
    List<String> broken() {
        if (!closed) {
            broken.add("no onClose");
        }
        return broken;
    }
}
