/**
 * The scripts of the experiments, read and played without a shell.
 *
 * <p>Uses {@code text} alone.
 */
package socketlab.lab.script;
