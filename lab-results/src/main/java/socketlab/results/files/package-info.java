/**
 * The files of a run's folder, read and written: {@code run.json}, the CSV tables, the histograms. For whoever writes
 * a run (load client, command) or reads one (report).
 */
package socketlab.results.files;
