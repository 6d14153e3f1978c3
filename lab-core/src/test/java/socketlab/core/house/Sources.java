package socketlab.core.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The house's own text, for tests that keep it in order; paths are those of the module whose tests run. */
public final class Sources {
    private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
    private static final int LINES_AT_MOST = 150;

    private Sources() {}

    /** Every main source of a module, which may not have been written yet. */
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

    public static void eachFitsOnTwoSlides(Path module) {
        assertThat(of(module)).allSatisfy(file -> assertThat(text(file).lines().count()).as("lines of " + file)
                .isLessThanOrEqualTo(LINES_AT_MOST));
    }
}
