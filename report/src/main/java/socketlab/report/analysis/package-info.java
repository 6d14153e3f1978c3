/**
 * What charts and findings are made of: requests, series, distributions, costs. No text of its own but short labels, and nothing is drawn.
 */
package socketlab.report.analysis;
