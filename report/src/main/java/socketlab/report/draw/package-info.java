/**
 * The look of all charts: theme, axes, labels, marks, figures, files. It knows nothing of runs.
 */
package socketlab.report.draw;
