/**
 * What a load records while it runs: a row for each request, counters beside them, and the listener that sees requests end.
 * The loop thread writes; everyone may read when the load is over. Used by every package above, and by the code that runs a load.
 */
package socketlab.load.log;
