package socketlab.lab.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/** What clients do to a server: send requests that are answered, or talk to each other. */
public sealed interface Workload permits Requests, ChatTalk {

    /** What one client sends, and which reply is correct. */
    RequestProtocol protocol();

    /**
     * Refuses what this workload cannot do.
     *
     * @throws IllegalArgumentException with one line that says what
     */
    void check(LoadPlan load, LoadSchedule schedule);

    /** The levels at which a server of ours is measured, where the command line has these. */
    List<LoadLevel> levels(List<LoadLevel> typed);

    /** The same workload as it is at this level. */
    Workload at(LoadLevel level);

    /** How long one request may take where the user does not say; empty: as long as the prediction needs. */
    Optional<Duration> usualTimeout(Transport transport, int clients);
}
