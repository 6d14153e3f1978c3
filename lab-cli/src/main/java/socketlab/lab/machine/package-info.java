/**
 * What this computer allows and takes: processors, open files, stolen time, and stopping a process for a while.
 *
 * <p>Uses {@code text}.
 */
package socketlab.lab.machine;
