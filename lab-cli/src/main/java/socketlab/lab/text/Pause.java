package socketlab.lab.text;

import java.time.Duration;

/**
 * Our own server's process stands still in the middle of a load.
 *
 * @param at counted from the start of the load
 */
public record Pause(Duration at, Duration length) {}
