/**
 * The kinds of run. The only place that tests which kind a run is: each kind chooses headline, findings, columns, charts
 * and questions. Pages, comparisons and the command use it.
 */
package socketlab.report.kind;
