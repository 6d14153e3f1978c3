package socketlab.lab.measure;

/**
 * What is measured.
 *
 * @param name      the model's id; of a foreign server, what charts call it
 * @param inService how many requests it works on at once; null: all, or not known
 * @param transport {@code tcp} or {@code udp}
 */
record ModelUnderTest(String name, Integer inService, String transport) {}
