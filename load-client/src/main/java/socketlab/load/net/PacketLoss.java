package socketlab.load.net;

import java.util.SplittableRandom;
import socketlab.load.plan.FaultInjection;

/** Drops datagrams at random, like a bad network: loopback itself drops only those that find a full receive buffer. */
public final class PacketLoss {
    private final double probability;
    private final SplittableRandom random;

    /** With the probability and the seed of these faults. */
    public PacketLoss(FaultInjection faults) {
        this.probability = faults.loss();
        this.random = new SplittableRandom(faults.seed());
    }

    /** Whether the next datagram, in either direction, is dropped. Without loss, no random number is drawn. */
    public boolean drops() {
        return probability > 0 && random.nextDouble() < probability;
    }
}
