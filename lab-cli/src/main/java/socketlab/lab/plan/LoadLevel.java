package socketlab.lab.plan;

import socketlab.lab.text.Rate;

/**
 * How hard one measurement loads its server.
 *
 * @param idle       clients that are connected and send nothing
 * @param clients    clients at once; in an open loop, the most requests that can be in flight
 * @param ratePerS   requests per second in total; 0: a closed loop
 * @param slowReader one more member of a chat joins and then stops reading
 */
public record LoadLevel(int idle, int clients, double ratePerS, boolean slowReader) {

    /** The same level beside a slow reader. */
    LoadLevel withSlowReader() {
        return new LoadLevel(idle, clients, ratePerS, true);
    }

    /**
     * How tables and assertions name a model at this level: {@code poll@5000} beside 5,000 idle clients, with 5,000
     * clients or at 5,000 requests per second; {@code poll@slow} beside a slow reader.
     *
     * @param sweep what the run sweeps: {@link SweepPlan#CLIENTS}, {@link SweepPlan#RATE}, or empty for neither
     */
    public String name(String model, String sweep) {
        return slowReader ? model + "@slow" : switch (sweep) {
            case SweepPlan.CLIENTS -> model + "@" + clients;
            case SweepPlan.RATE -> model + "@" + Rate.text(ratePerS);
            default -> idle == 0 ? model : model + "@" + idle;
        };
    }
}
