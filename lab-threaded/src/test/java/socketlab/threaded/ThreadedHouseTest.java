package socketlab.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.core.house.Sources;

/** This module is lab-single plus a thread per client, and its page quotes the code that runs. */
class ThreadedHouseTest {
    private static final Path PAGE = Path.of("README.md");
    private static final Path THREADED = Path.of("src/main/java/socketlab/threaded/ThreadedServer.java");
    private static final Path SINGLE = Path.of("../lab-single/src/main/java/socketlab/single/SingleServer.java");
    private static final Path RUNNER = Path.of("../lab-single/src/main/java/socketlab/single/BlockingRunner.java");

    @Test
    void thePageQuotesTheLoopAndTheLineThatWaitsAsTheyAre() {
        Sources.isQuoted(PAGE, THREADED, "loop");
        Sources.isQuoted(PAGE, RUNNER, "next");
    }

    @Test
    void noFileIsTooLong() {
        Sources.noFileIsTooLong(Path.of(""));
    }

    @Test
    void theTwoAcceptLoopsDifferInOneLine() {
        List<String> single = fromTheLoopOn(SINGLE);
        List<String> threaded = fromTheLoopOn(THREADED);
        assertThat(threaded).hasSameSizeAs(single);
        List<String> different = IntStream.range(0, single.size())
                .filter(i -> !single.get(i).equals(threaded.get(i)))
                .mapToObj(i -> single.get(i) + " -> " + threaded.get(i)).toList();
        assertThat(different).containsExactly("new BlockingConnection(socket, clients).run();"
                + " -> new BlockingConnection(socket, clients, pool).startOn(threads);");
    }

    /** The code without comments, past the imports and the constructor, which name what is different. */
    private static List<String> fromTheLoopOn(Path server) {
        return Sources.text(server).lines().dropWhile(line -> !line.contains("void acceptLoop()"))
                .map(line -> line.replaceFirst("//.*", "").strip()).toList();
    }

    @Test
    void thisModuleReadsNoMessagesOffAStream() {
        assertThat(Stream.of(Path.of(""), Path.of("../lab-udp")).flatMap(Sources::of)).isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.text(file))
                        .doesNotContain(".decoder()", "decoder.next", ".read(", "InputStream"));
    }

    @Test
    void amongTheServersOnlyConnectionsFeedADecoder() {
        Stream<Path> sources = Stream.of("lab-single", "lab-threaded", "lab-select", "lab-udp", "lab-async")
                .map(module -> Path.of("..", module)).flatMap(Sources::of);
        assertThat(sources.filter(file -> Sources.text(file).contains(".feed(")))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("BlockingConnection.java", "NonBlockingConnection.java");
    }
}
