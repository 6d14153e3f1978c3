package socketlab.lab.measure;

import java.time.Duration;
import java.util.Optional;

/** Told what a run is doing. Called on the thread that executes the run, except where a method says otherwise. */
public interface Progress {
    /** The next measurement is this one of so many; it may take several attempts. */
    default void next(int number, int of) {}

    /**
     * A model is about to be measured.
     *
     * @param requests 0 where the load lasts for a duration instead
     */
    default void begin(String model, int requests, Optional<Duration> duration) {}

    /** The clock of the load starts. Called on the load client's loop thread. */
    default void started() {}

    /** One request has ended, with any outcome. Called on the load client's loop thread. */
    default void requestEnded() {}

    /** The model has been measured. */
    default void end() {}

    /** One line for the user: a warning, or why a model is measured again. */
    default void note(String line) {}
}
