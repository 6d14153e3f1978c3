/**
 * Charts and a page for the results of JMH. Used by the command only.
 */
package socketlab.report.bench;
