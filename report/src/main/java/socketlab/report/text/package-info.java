/**
 * Numbers and times as text. The lowest package of the report; every other uses it.
 */
package socketlab.report.text;
