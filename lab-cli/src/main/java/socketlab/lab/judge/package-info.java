/**
 * What a finished run amounts to: assertions, the exit code, and warnings about the measurement itself.
 *
 * <p>Uses {@code plan} and what is below it.
 */
package socketlab.lab.judge;
