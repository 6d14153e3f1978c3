package socketlab.lab.plan;

import java.nio.file.Path;

/**
 * One measurement of a model, and where it stands in its run.
 *
 * @param round     counts the measurements of one model, from 1; it tells this measurement's rows from the others'
 * @param folder    the run's own folder
 * @param zeroNanos the {@link System#nanoTime} from which the times of this run are counted
 */
public record RunStep(LoadLevel level, int round, Path folder, long zeroNanos) {}
