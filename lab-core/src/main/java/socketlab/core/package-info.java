/**
 * The seam between services and models: a {@link socketlab.core.Session} returns {@link socketlab.core.Next} values, a
 * {@link socketlab.core.Model} performs them. Every module uses this package.
 */
package socketlab.core;
