package socketlab.run;

import java.nio.file.Path;

/**
 * Where in a run one measurement stands.
 *
 * @param round the number of this step among those of its model, from 1; that is what tells its rows from the others'
 */
record Step(Level level, int round, Path folder, long zeroNanos) {
    boolean slow() {
        return level.slow();
    }

    int idle() {
        return level.idle();
    }
}
