package socketlab.results.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.Run;
import socketlab.results.SampleRun;

/** {@code docs/files.md} and {@code COLUMNS.md} describe every column and every key that the program writes, and no other. */
class FileDictionaryTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "files.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\| .*");

    @TempDir
    private Path folder;

    @Test
    void theDocumentAndTheFileInEachRunAreTheSame() throws IOException {
        SampleRun.write(folder, List.of("single"), 1, 1, 1000, 0);
        assertThat(Files.readString(folder.resolve("COLUMNS.md"))).isEqualTo(Files.readString(DOCUMENT));
        Path watched = Files.createDirectories(folder.resolve("watched"));
        RunFiles.in(watched).writeLines(List.of(new OutputLine(0, "Hello")));
        assertThat(watched.resolve("COLUMNS.md")).isNotEmptyFile();
    }

    @Test
    void everyColumnIsDescribedInItsOrder() throws IOException {
        Map<String, List<String>> sections = sections();
        assertThat(sections).containsEntry("`requests.csv`", RequestRow.COLUMNS).containsEntry("`served.csv`", ServedRow.COLUMNS)
                .containsEntry("`resources.csv`", ResourceRow.COLUMNS)
                .containsEntry("`transcript.csv`", TranscriptRow.COLUMNS).containsEntry("`lines.csv`", OutputLine.COLUMNS);
    }

    @Test
    void everyKeyIsDescribedAndNoOther() throws IOException {
        Map<String, List<String>> written = new LinkedHashMap<>();
        collect("`run.json`", "", Run.class, written);
        Map<String, List<String>> described = sections();
        described.keySet().removeIf(section -> section.endsWith(".csv`") || described.get(section).isEmpty());
        assertThat(described).containsOnlyKeys(written.keySet());
        written.forEach((section, keys) -> assertThat(described.get(section)).as(section)
                .containsExactlyInAnyOrderElementsOf(keys));
    }

    private static void collect(String section, String path, Class<?> type, Map<String, List<String>> written) {
        written.putIfAbsent(section, new ArrayList<>());
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getAccessor().isAnnotationPresent(JsonProperty.class)
                    ? component.getAccessor().getAnnotation(JsonProperty.class).value()
                    : component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            boolean list = List.class.isAssignableFrom(component.getType());
            Class<?> of = list && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] instanceof Class<
                    ?> one
                            ? one : component.getType();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collect(section, path, of, written);
                continue;
            }
            written.get(section).add(name);
            if (of.isRecord()) {
                String below = path + (path.isEmpty() ? "" : ".") + name + (list ? "[]" : "");
                collect(of == LatencyMs.class ? "Latencies" : of == ChatResult.Phase.class
                        ? "`models[].chat.register`, `login`, `talk`, `logout`" : "`" + below + "`", below, of,
                        of == LatencyMs.class || of == ChatResult.Phase.class ? fresh(written, of) : written);
            }
        }
    }

    /** Several keys have this type: its section is collected once. */
    private static Map<String, List<String>> fresh(Map<String, List<String>> written, Class<?> type) {
        String section = type == LatencyMs.class ? "Latencies" : "`models[].chat.register`, `login`, `talk`, `logout`";
        written.remove(section);
        return written;
    }

    /** The first cells of each section's table. */
    private static Map<String, List<String>> sections() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            for (String line : lines.toList()) {
                if (line.startsWith("#")) {
                    rows = new ArrayList<>();
                    sections.put(line.replaceAll("^#+ ", ""), rows);
                }
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    rows.add(row.group(1));
                }
            }
        }
        sections.remove("What the files of a run mean");
        return sections;
    }
}
