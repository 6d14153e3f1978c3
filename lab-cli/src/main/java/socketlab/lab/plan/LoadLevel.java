package socketlab.lab.plan;

/**
 * How hard one step of a run loads its server.
 *
 * @param idle     clients that are connected and silent
 * @param clients  who ask at once; in an open loop, how many requests can be on their way
 * @param ratePerS requests per second in total; 0: a closed loop
 * @param slow     beside somebody in the chat who does not read
 */
public record LoadLevel(int idle, int clients, double ratePerS, boolean slow) {
    public LoadLevel slowly() {
        return new LoadLevel(idle, clients, ratePerS, true);
    }
}
