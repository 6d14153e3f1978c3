package socketlab.lab.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How much is requested at each level.
 *
 * @param requests in total, split evenly over the clients; 0: one for each client
 * @param duration requests are made for this long instead
 */
public record LoadAmount(int requests, Optional<Duration> duration) {

    /** The number of requests at this level; 0 where they are made for a duration instead. */
    public int requests(LoadLevel level) {
        if (duration.isPresent()) {
            return 0;
        }
        return requests == 0 ? level.clients() : requests;
    }
}
