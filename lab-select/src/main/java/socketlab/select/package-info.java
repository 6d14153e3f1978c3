/**
 * One thread for every client: an event loop over a selector, timers in place of sleeps, and the second {@code Next} switch.
 * {@code lab-udp} uses loop and runner.
 */
package socketlab.select;
