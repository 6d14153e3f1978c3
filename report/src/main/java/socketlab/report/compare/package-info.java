/**
 * Several runs on one page, each against the first. Used by the command and, for its differences, by class pages.
 */
package socketlab.report.compare;
