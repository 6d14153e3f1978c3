package socketlab.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Wrong answers, reported beside the time: a server that is quick to answer nonsense has won nothing. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Mistakes {
    /** How many; JMH reads the field. */
    public long wrong;

    void count(boolean right) {
        wrong += right ? 0 : 1;
    }
}
