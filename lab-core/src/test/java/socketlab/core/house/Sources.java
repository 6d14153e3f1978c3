package socketlab.core.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Our own sources and pages, for tests of the house rules; paths are relative to the module whose tests run. */
public final class Sources {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final int LINES_AT_MOST = 300;

    private Sources() {}

    /** Every main source of a module; none where there is no such module yet. */
    public static Stream<Path> of(Path module) {
        Path main = module.resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page shows this file whole, letter for letter. */
    public static void isShownWhole(Path page, Path source) {
        List<String> shown = JAVA.matcher(text(page)).results().map(block -> block.group(1)).toList();
        assertThat(shown).as("Java blocks of " + page).contains(text(source));
    }

    /**
     * The page quotes what stands in this file between {@code // tag::NAME} and {@code // end::NAME}, letter for letter
     * but for the indentation that all of its lines share.
     */
    public static void isQuoted(Path page, Path source, String tag) {
        List<String> lines = text(source).lines().toList();
        int begin = only(lines, "// tag::" + tag);
        int end = only(lines, "// end::" + tag);
        String quote = String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n";
        List<String> shown = JAVA.matcher(text(page)).results().map(block -> block.group(1)).toList();
        assertThat(shown).as("Java blocks of " + page).contains(quote);
    }

    private static int only(List<String> lines, String mark) {
        List<Integer> found = IntStream.range(0, lines.size()).filter(i -> lines.get(i).strip().equals(mark)).boxed()
                .toList();
        assertThat(found).as("lines with " + mark).hasSize(1);
        return found.getFirst();
    }

    /** A state machine stands whole in one file; a file that is longer holds two ideas. */
    public static void noFileIsTooLong(Path module) {
        assertThat(of(module)).allSatisfy(file -> assertThat(text(file).lines().count()).as("lines of " + file)
                .isLessThanOrEqualTo(LINES_AT_MOST));
    }
}
