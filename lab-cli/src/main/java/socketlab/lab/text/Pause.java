package socketlab.lab.text;

import java.time.Duration;

/**
 * The server's process is stopped for a while in the middle of a load.
 *
 * @param at counted from the start of the load
 */
public record Pause(Duration at, Duration length) {}
