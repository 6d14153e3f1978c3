package socketlab.results;

/**
 * What the answered requests of one model waited, in milliseconds; percentiles are values that were really measured.
 */
public record LatencyMs(double min, double mean, double p50, double p90, double p99, double max) {}
