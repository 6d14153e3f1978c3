/** {@code sleep} and {@code echo}: the services for measuring, and the simulated work that both of them do. */
package socketlab.services.simple;
