/**
 * A load as values: target, protocol, closed or open loop, faults. Nothing here opens a socket or looks at the clock, except
 * for the zero of a plan's times. Used by every package above, and by the code that runs a load.
 */
package socketlab.load.plan;
