package socketlab.lab.measure;

/** Told what a run is doing. Called on the thread that executes the run, except where a method says otherwise. */
public interface Progress {
    /** A model is about to be measured; {@code requests} is 0 where the load lasts for a duration instead. */
    default void begin(String model, int requests) {}

    /** One request has ended, with any outcome. Called on the load client's loop thread. */
    default void requestEnded() {}

    /** The model has been measured. */
    default void end() {}

    /** One line for the user: a warning, or why a model is measured again. */
    default void note(String line) {}
}
