package socketlab.results;

/**
 * The latency of one model's successful requests, in milliseconds. Percentiles are nearest rank: measured values, never
 * interpolated.
 */
public record LatencyMs(double min, double mean, double p50, double p90, double p99, double max) {}
