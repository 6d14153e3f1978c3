package socketlab.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module is the one before it plus one idea, and its page shows that idea as it runs. */
class ThreadedHouseTest {
    private static final Path THREADED = Path.of("src/main/java/socketlab/threaded/ThreadedServer.java");
    private static final Path SINGLE = Path.of("../lab-single/src/main/java/socketlab/single/SingleServer.java");

    @Test
    void thePageShowsTheLoopAsItIs() {
        Sources.isShownWhole(Path.of("README.md"), THREADED);
    }

    @Test
    void noFileIsLongerThanTwoSlides() {
        Sources.eachFitsOnTwoSlides(Path.of(""));
    }

    @Test
    void theTwoServersDifferInOneLineOfTheirLoop() {
        List<String> single = fromTheLoopOn(SINGLE);
        List<String> threaded = fromTheLoopOn(THREADED);
        assertThat(threaded).hasSameSizeAs(single);
        List<String> different = IntStream.range(0, single.size())
                .filter(i -> !single.get(i).equals(threaded.get(i)))
                .mapToObj(i -> single.get(i).strip() + " -> " + threaded.get(i).strip()).toList();
        assertThat(different).containsExactly("client.run(); -> client.startOn(threads);");
    }

    /** Past the imports and the constructor, which name what is different. */
    private static List<String> fromTheLoopOn(Path server) {
        return Sources.text(server).lines().dropWhile(line -> !line.contains("void acceptLoop()")).toList();
    }

    @Test
    void nobodyButSingleAndSelectReadsMessagesOffAStream() {
        assertThat(Stream.of(Path.of(""), Path.of("../lab-udp")).flatMap(Sources::of)).isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.text(file))
                        .doesNotContain(".decoder()", "decoder.next", ".read(", "InputStream"));
    }
}
