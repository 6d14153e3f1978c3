package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
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
     * @param sheet the lab sheet that it belongs to; null, and not in the file, where there is none
     */
    public record Origin(String command, String started, String folder, @JsonInclude(Include.NON_NULL) Sheet sheet) {
        public Origin(String command, String started, String folder) {
            this(command, started, folder, null);
        }

        public Origin {
            command = requireNonNullElse(command, "");
            started = requireNonNullElse(started, "");
            folder = requireNonNullElse(folder, "");
        }
    }

    /**
     * A lab sheet of the course.
     *
     * @param name such as {@code 04-staircase}
     * @param questions what it asks for in a report, as plain text
     */
    public record Sheet(String name, List<String> questions) {
        public Sheet {
            name = requireNonNullElse(name, "");
            questions = List.copyOf(requireNonNullElse(questions, List.of()));
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

    /** What the run's lab sheet asks for in a report; empty without a sheet. */
    public List<String> sheetQuestions() {
        return origin.sheet == null ? List.of() : origin.sheet.questions;
    }

    /** The same run with other results. */
    public Run withModels(List<ModelResult> other) {
        return new Run(schema, origin, incomplete, warnings, environment, serverSettings, load, other);
    }
}
