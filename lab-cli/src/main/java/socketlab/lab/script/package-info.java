/**
 * The scripts of the experiments, read and played without a shell.
 *
 * <p>Uses {@code server} to run another {@code lab}, and {@code text}.
 */
package socketlab.lab.script;
