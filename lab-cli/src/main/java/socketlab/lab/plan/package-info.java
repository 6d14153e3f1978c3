/**
 * A run in full before it starts: models, load levels, schedule, workload. Values only; nothing here starts anything.
 *
 * <p>Uses {@code text} and {@code machine}.
 */
package socketlab.lab.plan;
