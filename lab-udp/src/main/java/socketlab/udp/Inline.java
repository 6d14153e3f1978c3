package socketlab.udp;

import java.time.Duration;

/** A peer served by the thread that receives: while it is, nobody else is even heard. */
final class Inline implements Place {
    private final Steps steps;
    private final Receiver receiver;
    private boolean left;

    Inline(Steps steps, Receiver receiver) {
        this.steps = steps;
        this.receiver = receiver;
    }

    @Override
    public void open(Datagram first) {
        staysIf(steps.open() && steps.serve(first));
    }

    @Override
    public boolean hear(Datagram next) {
        staysIf(steps.serve(next));
        return true;
    }

    private void staysIf(boolean staying) {
        if (!staying && !left) {
            left = true;
            steps.leave();
        }
    }

    @Override
    public boolean busy() {
        return false;   // while it was, nobody could ask
    }

    @Override
    public void flushPushed() {
        steps.flushPushed();
    }

    @Override
    public void hangUp(Duration grace) {
        steps.hangUp(grace);
        receiver.execute(() -> staysIf(false));
    }
}
