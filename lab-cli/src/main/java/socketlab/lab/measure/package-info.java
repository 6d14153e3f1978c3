/**
 * The run itself: starts servers, loads them, samples their processes, repeats what was disturbed, writes the results
 * folder.
 *
 * <p>Uses {@code server}, {@code judge}, {@code plan} and what is below them. Knows nothing of the command line.
 */
package socketlab.lab.measure;
