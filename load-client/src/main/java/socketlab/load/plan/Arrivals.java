package socketlab.load.plan;

/** How the moments of an open loop lie on the clock. */
public enum Arrivals {
    /** At equal distances. */
    UNIFORM,
    /** As if nobody knew of anybody else: distances are exponential, and every queueing formula starts from them. */
    POISSON
}
