package socketlab.results;

/** Service time in milliseconds, as the server itself records it: from the start of service to the written reply. */
public record ServiceMs(double mean) {}
