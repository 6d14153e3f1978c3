package socketlab.load;

import java.util.SplittableRandom;

/** Loses datagrams by chance, as a bad network would: loopback itself loses none but those that find a full buffer. */
final class Fate {
    private final double loss;
    private final SplittableRandom random;

    Fate(Trouble trouble) {
        this.loss = trouble.loss();
        this.random = new SplittableRandom(trouble.seed());
    }

    /** True when the datagram at hand, on its way there or back, is lost. */
    boolean strikes() {
        return loss > 0 && random.nextDouble() < loss;
    }
}
