package socketlab.reference;

/**
 * What one program reached in one round.
 *
 * @param cost      in the group's unit
 * @param perSecond NaN where nothing was counted
 */
record Figures(double cost, double perSecond) {}
