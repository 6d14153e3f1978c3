/**
 * Servers in processes of their own: one that a person watches, and one that a run measures.
 *
 * <p>Uses {@code plan} and what is below it.
 */
package socketlab.lab.server;
