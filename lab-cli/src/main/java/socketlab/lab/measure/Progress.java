package socketlab.lab.measure;

/** How a run tells whoever waits for it what it is doing; all calls come from the thread that runs it. */
public interface Progress {
    Progress SILENT = new Progress() {};

    /** A model is about to be measured; requests is 0 when the load runs for a time instead. */
    default void begin(String model, int requests) {}

    /** One request has ended, well or badly. */
    default void answered() {}

    /** The model has been measured. */
    default void end() {}

    /** One line worth reading: a warning, or why something is done again. */
    default void note(String line) {}
}
