package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import socketlab.core.Trait;

/** Somebody else, who must not notice: a client from before where the model serves several at once, else the next. */
final class Neighbour {
    private final Trial trial;
    private final Caller here;

    Neighbour(Trial trial) throws IOException {
        this.trial = trial;
        this.here = trial.model().traits().contains(Trait.CONCURRENT) ? trial.call() : null;
        if (here != null) {
            echoes(here, "before");
        }
    }

    /** Asked while the other is still there: a pool of two has no third thread for the next. */
    void isStillServed() throws IOException {
        if (here != null) {
            echoes(here, "still");
        }
    }

    void isServed() throws IOException {
        isStillServed();
        try (Caller next = trial.call()) {
            echoes(next, "next");
        }
    }

    private static void echoes(Caller caller, String message) throws IOException {
        caller.say(message);
        assertThat(caller.hear()).isEqualTo(message);
    }
}
