/**
 * What a run found, as records: {@link socketlab.results.Run} and its parts. Everybody may use them; they use nothing
 * but the annotations that give a key of {@code run.json} to each component.
 */
package socketlab.results;
