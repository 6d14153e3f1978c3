/**
 * {@code lab bench --reference}: other people's servers and bare code beside the models, in the same rounds. It knows the models only as a command line.
 */
package socketlab.reference;
