package socketlab.load;

/** What happened in a load besides its requests; counted on the loop thread. */
final class Asides {
    long late;
    long duplicate;
    int idleConnected;
    int idleLost;
}
