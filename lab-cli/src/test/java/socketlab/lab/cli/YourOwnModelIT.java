package socketlab.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page about a model of one's own is followed to the letter, with the very code that it shows. */
class YourOwnModelIT {
    private static final Path HOME = Path.of(System.getProperty("java.home"), "bin");
    private static final Path PAGE = Path.of("..", "docs", "your-own-model.md");

    @TempDir
    Path folder;

    @Test
    void theModelOnThePageRunsBesideOurs() throws Exception {
        Matcher code = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(code.find()).isTrue();
        Files.writeString(folder.resolve("MyModel.java"), code.group(1));
        run(0, List.of(HOME.resolve("javac").toString(), "-cp", LabJar.FILE.toString(), "-d", "classes", "MyModel.java"));
        Path names = folder.resolve("classes/META-INF/services/socketlab.core.ModelFactory");
        Files.createDirectories(names.getParent());
        Files.writeString(names, "mine.MyModel\n");
        run(0, List.of(HOME.resolve("jar").toString(), "--create", "--file", "my-model.jar", "-C", "classes", "."));

        assertThat(run(0, LabJar.command("--with", "my-model.jar", "list")))
                .contains("mine           everybody is accepted, two are served at a time");
        String json = run(-1, LabJar.command("--with", "my-model.jar", "run",
                "-m", "mine,single", "-c", "4", "--delay", "300ms", "--json", "-"));
        JsonNode mine = JsonMapper.shared().readTree(json).at("/models/0");
        assertThat(mine.at("/model").asString()).isEqualTo("mine");
        assertThat(mine.at("/succeeded").asInt()).isEqualTo(4);
        assertThat(mine.at("/latency_ms/max").asDouble()).isBetween(600.0, 1100.0);
        assertThat(mine.at("/predicted/max_ms").asDouble()).isEqualTo(600);
    }

    /** What it printed on stdout; an exit code of -1 stands for 0 or, on a noisy machine, 4. */
    private String run(int exitCode, List<String> command) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isIn(exitCode < 0 ? List.of(0, 4) : List.of(exitCode));
        return out;
    }
}
