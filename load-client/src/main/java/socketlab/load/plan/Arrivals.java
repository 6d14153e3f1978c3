package socketlab.load.plan;

/** How the arrivals of an open loop are distributed over time. */
public enum Arrivals {
    /** At equal distances. */
    UNIFORM,
    /** A Poisson process: independent, exponentially distributed distances, as the formulas of queueing theory assume. */
    POISSON
}
