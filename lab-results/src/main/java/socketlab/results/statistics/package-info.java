/**
 * The numbers that stand for the rows of a run: percentiles, counts, predictions, the comparison with queueing theory.
 */
package socketlab.results.statistics;
