package socketlab.load.net;

import java.util.SplittableRandom;
import socketlab.load.plan.FaultInjection;

/** Loses datagrams by chance, as a bad network would: loopback itself loses none but those that find a full buffer. */
public final class PacketLoss {
    private final double loss;
    private final SplittableRandom random;

    public PacketLoss(FaultInjection trouble) {
        this.loss = trouble.loss();
        this.random = new SplittableRandom(trouble.seed());
    }

    /** True when the datagram at hand, on its way there or back, is lost. */
    public boolean strikes() {
        return loss > 0 && random.nextDouble() < loss;
    }
}
