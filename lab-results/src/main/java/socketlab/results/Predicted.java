package socketlab.results;

/** What theory says a model's clients wait, in milliseconds. */
public record Predicted(double maxMs, double meanMs, double p50Ms) {}
