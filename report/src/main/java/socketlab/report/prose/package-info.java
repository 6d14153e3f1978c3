/**
 * Findings, titles and notes in words, from a run's numbers alone. Charts and pages use it; it draws nothing.
 */
package socketlab.report.prose;
