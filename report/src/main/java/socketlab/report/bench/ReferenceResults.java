package socketlab.report.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import socketlab.report.text.Formats;
import socketlab.results.files.InputFile;
import socketlab.results.files.ResultsException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code reference.json}: what {@code lab bench --reference} measured.
 *
 * @param schema 1
 * @param command as it was typed
 * @param started ISO 8601, UTC
 * @param machine JDK, processor and how the programs were placed, in one line
 * @param groups what was measured in the same rounds
 */
public record ReferenceResults(int schema, String command, String started, String machine, List<ReferenceGroup> groups) {
    /** The name of its file in the folder of a run. */
    public static final String FILE = "reference.json";
    static final int SCHEMA = 1;
    private static final int MOST_GROUPS = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public ReferenceResults {
        command = Objects.requireNonNullElse(command, "");
        started = Objects.requireNonNullElse(started, "");
        machine = Objects.requireNonNullElse(machine, "");
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** Of this version, started now or at another time. */
    public static ReferenceResults of(String command, String started, String machine, List<ReferenceGroup> groups) {
        return new ReferenceResults(SCHEMA, command, started, machine, groups);
    }

    /** Indented JSON with keys in snake_case. */
    public String json() {
        return MAPPER.writeValueAsString(this);
    }

    /** Whether this is such a file, or a folder that holds one. */
    static boolean isOne(Path path) {
        return path.endsWith(FILE) || Files.isRegularFile(path.resolve(FILE));
    }

    /** @throws ResultsException when the file is missing, damaged, of another version, or empty */
    static ReferenceResults read(Path path) throws ResultsException {
        try {
            ReferenceResults results = MAPPER.readValue(new InputFile(path).text(), ReferenceResults.class);
            if (results == null || results.schema != SCHEMA) {
                throw new ResultsException(Formats.format("%s is not of schema %d; run lab bench --reference again", path,
                        SCHEMA));
            }
            if (results.groups.isEmpty() || results.groups.size() > MOST_GROUPS) {
                throw new ResultsException(Formats.format("%s holds %s; 1 to %d are drawn", path,
                        Formats.count(results.groups.size(), "group"), MOST_GROUPS));
            }
            return results;
        } catch (JacksonException e) {
            throw new ResultsException(path + ": " + ResultsException.reason(e) + "; run lab bench --reference again", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + path + ": " + ResultsException.reason(e), e);
        }
    }
}
