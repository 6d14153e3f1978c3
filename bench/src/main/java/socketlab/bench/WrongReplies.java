package socketlab.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts wrong replies, which JMH reports beside the time: a fast server with wrong replies is not fast. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class WrongReplies {
    /** JMH reads this field by its name. */
    public long wrong;

    void count(boolean correct) {
        wrong += correct ? 0 : 1;
    }
}
