package socketlab.lab.plan;

import socketlab.lab.text.Rate;

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

    /**
     * How tables and assertions name a model at this level: {@code poll@5000} beside 5,000 idle clients, with 5,000
     * clients or at 5,000 requests per second; {@code poll@slow} beside a slow reader.
     *
     * @param sweep what the run sweeps: {@link SweepPlan#CLIENTS}, {@link SweepPlan#RATE}, or empty for neither
     */
    public String name(String model, String sweep) {
        return slow ? model + "@slow" : switch (sweep) {
            case SweepPlan.CLIENTS -> model + "@" + clients;
            case SweepPlan.RATE -> model + "@" + Rate.shown(ratePerS);
            default -> idle == 0 ? model : model + "@" + idle;
        };
    }
}
