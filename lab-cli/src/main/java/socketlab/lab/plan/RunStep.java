package socketlab.lab.plan;

import java.nio.file.Path;

/**
 * Where in a run one measurement stands.
 *
 * @param round the number of this step among those of its model, from 1; that is what tells its rows from the others'
 */
public record RunStep(LoadLevel level, int round, Path folder, long zeroNanos) {
    public boolean slow() {
        return level.slow();
    }

    public int idle() {
        return level.idle();
    }
}
