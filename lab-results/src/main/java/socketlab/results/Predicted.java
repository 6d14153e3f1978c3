package socketlab.results;

/** What arithmetic expects a model's clients to wait, in milliseconds, before anything is measured. */
public record Predicted(double maxMs, double meanMs) {}
