package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Everything that the glossary names exists: its classes, options, files and lab sheets. */
class GlossaryTest {
    private static final Path HOUSE = Path.of("..");
    private static final Path GLOSSARY = HOUSE.resolve("docs/glossary.md");
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+?) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SHEET = Pattern.compile("\\[(\\d\\d)]\\((\\.\\./experiments/(\\d\\d)-[a-z-]+\\.md)\\)");

    private static final Set<String> CLASSES = mainClasses();
    private static final Set<String> OPTIONS =
            options(new CommandLine(new Main())).collect(Collectors.toUnmodifiableSet());

    record Term(String name, String meaning, String where, String sheet) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Term> terms() throws IOException {
        return Files.readAllLines(GLOSSARY).stream().map(ROW::matcher).filter(row -> row.matches())
                .map(MatchResult.class::cast)
                .map(row -> new Term(row.group(1), row.group(2), row.group(3), row.group(4)))
                .filter(term -> !term.name.equals("term") && !term.name.equals("---")).toList();
    }

    private static Set<String> mainClasses() {
        try (Stream<Path> modules = Files.list(HOUSE)) {
            return modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory)
                    .flatMap(GlossaryTest::classes).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> classes(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length())).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream().map(OptionSpec::names).flatMap(Stream::of),
                command.getSubcommands().values().stream().flatMap(GlossaryTest::options));
    }

    @Test
    void thereAreFiftyTermsInAlphabeticalOrder() throws IOException {
        assertThat(terms()).hasSizeGreaterThanOrEqualTo(50).extracting(Term::name)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermHasOneSentenceAndAPlaceThatExists(Term term) {
        assertThat(term.meaning).endsWith(".").doesNotContain(". ");
        List<String> places = CODE.matcher(term.where).results().map(place -> place.group(1)).toList();
        assertThat(places).isNotEmpty().allSatisfy(GlossaryTest::exists);
    }

    private static void exists(String place) {
        if (place.startsWith("-")) {
            assertThat(OPTIONS).contains(place);
        } else if (place.contains("/")) {
            assertThat(HOUSE.resolve(place)).exists();
        } else {
            assertThat(CLASSES).contains(place);
        }
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermsSheetExists(Term term) {
        if (!term.sheet.equals("-")) {
            assertThat(SHEET.matcher(term.sheet).results().toList()).singleElement().satisfies(sheet -> {
                assertThat(sheet.group(1)).isEqualTo(sheet.group(3));
                assertThat(GLOSSARY.resolveSibling(sheet.group(2))).exists();
            });
        }
    }
}
