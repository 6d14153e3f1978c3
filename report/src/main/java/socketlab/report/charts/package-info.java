/**
 * Every chart of a run: a figure, its title and its caption. The kinds of run choose among them; comparisons and class
 * pages draw theirs with the same plots.
 */
package socketlab.report.charts;
