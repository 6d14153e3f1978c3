package socketlab.udp;

import java.time.Duration;
import socketlab.udp.Wire.Datagram;

/** A peer served by the thread that hears everybody: while it is, nobody else is even heard. */
final class Inline implements Place {
    private final Client client;
    private final Steps steps;
    private boolean left;

    Inline(Client client) {
        this.client = client;
        this.steps = new Steps(client);
    }

    @Override
    public void open(Datagram first) {
        staysIf(steps.open() && steps.serve(first));
    }

    @Override
    public boolean hear(Datagram next) {
        staysIf(!client.ending() && steps.serve(next));
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
    public void flush() {
        steps.flushPushed();
    }

    @Override
    public void hangUp(Duration grace) {
        steps.hangUp(grace);
        client.shared.loop().execute(() -> staysIf(false));
    }
}
