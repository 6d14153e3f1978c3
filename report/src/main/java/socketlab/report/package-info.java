/**
 * A report: a run's results in, charts and pages out. Here is the entry for the command; the packages below do the work.
 */
package socketlab.report;
