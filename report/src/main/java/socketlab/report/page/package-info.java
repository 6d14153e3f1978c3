/**
 * Tables and pages: the result as text for a terminal, as HTML, Markdown and PDF. Whoever shows a run uses it.
 */
package socketlab.report.page;
