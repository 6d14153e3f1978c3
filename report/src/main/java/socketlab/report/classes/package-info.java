/**
 * The runs of a whole class on one page. Used by the command only.
 */
package socketlab.report.classes;
