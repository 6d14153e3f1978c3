/**
 * JMH benchmarks of socketlab's parts, and hand-written servers to compare with. The command runs them through
 * {@link socketlab.bench.Bench}; nothing else uses them.
 */
package socketlab.bench;
