package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * One run, as {@code run.json} keeps it: the load, the machine, and a result per model.
 *
 * @param schema raised when an old field changes its meaning; a new field does not raise it
 * @param incomplete the run was interrupted; it holds what was measured until then
 */
public record Run(int schema, @JsonUnwrapped Origin origin, boolean incomplete, List<String> warnings,
        Environment environment, ServerSettings serverSettings, LoadSettings load, List<ModelResult> models) {

    /** The schema that this version writes and reads. */
    public static final int SCHEMA = 2;

    /**
     * Where a run comes from.
     *
     * @param command the exact command that repeats it
     * @param started as ISO 8601 in UTC
     */
    public record Origin(String command, String started, String folder) {
        public Origin {
            command = requireNonNullElse(command, "");
            started = requireNonNullElse(started, "");
            folder = requireNonNullElse(folder, "");
        }
    }

    public Run {
        origin = requireNonNullElse(origin, new Origin(null, null, null));
        warnings = List.copyOf(requireNonNullElse(warnings, List.of()));
        environment = requireNonNullElse(environment, Environment.UNKNOWN);
        serverSettings = requireNonNullElse(serverSettings, ServerSettings.UNKNOWN);
        load = requireNonNullElse(load, LoadSettings.UNKNOWN);
        models = List.copyOf(requireNonNullElse(models, List.of()));
    }

    /** A complete run of this version, without warnings. */
    public Run(Origin origin, Environment environment, ServerSettings serverSettings, LoadSettings load,
            List<ModelResult> models) {
        this(SCHEMA, origin, false, List.of(), environment, serverSettings, load, models);
    }

    public String command() {
        return origin.command;
    }

    public String started() {
        return origin.started;
    }

    public String folder() {
        return origin.folder;
    }

    /** The same run with other results. */
    public Run withModels(List<ModelResult> other) {
        return new Run(schema, origin, incomplete, warnings, environment, serverSettings, load, other);
    }
}
