/**
 * Charts and a page for the results of {@code lab bench}, and the file of {@code lab bench --reference}. Used by the command and by that comparison only.
 */
package socketlab.report.bench;
