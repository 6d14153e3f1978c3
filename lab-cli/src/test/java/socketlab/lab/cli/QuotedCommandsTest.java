package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** No page quotes a command that there is not: every {@code ./lab ...} on them is one that lab understands. */
class QuotedCommandsTest {
    private static final Path HOUSE = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`|\\$ )(\\./lab [^`\n#]*)");
    private static final Pattern OF_THE_LAUNCHER = Pattern.compile("\\./lab javac?( .*)?");
    private static final String REMARK = " {2,}.*";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    record Quoted(String page, String command) {
        @Override
        public String toString() {
            return page + ": " + command;
        }
    }

    static Stream<Quoted> commands() throws IOException {
        List<Quoted> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(HOUSE)) {
            for (Path page : files.filter(file -> file.toString().endsWith(".md")
                    && !file.toString().contains("target")
                    && !file.startsWith(HOUSE.resolve("results"))).sorted().toList()) {
                COMMAND.matcher(Files.readString(page).replaceAll("\\\\\n\\s*", "")).results()
                        .map(found -> found.group(1).replaceFirst(REMARK, "").strip())
                        .filter(command -> !command.contains("...") && !OF_THE_LAUNCHER.matcher(command).matches())
                        .forEach(command -> all.add(new Quoted(HOUSE.relativize(page).toString(), command)));
            }
        }
        return all.stream().distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void isUnderstood(Quoted quoted) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(quoted.command.substring("./lab".length())); word.find();) {
            words.add(Stream.of(1, 2, 3).map(word::group).filter(text -> text != null).findFirst().orElseThrow());
        }
        assertThatCode(() -> new CommandLine(new Main()).parseArgs(words.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }
}
