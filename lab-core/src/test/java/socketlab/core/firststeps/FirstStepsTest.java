package socketlab.core.firststeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.house.Sources;

/** The single-file programs print what their comments promise, refuse wrong arguments in one line, and stay short. */
class FirstStepsTest {

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(Started.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    private static List<String> printed(String program, String... arguments) throws Exception {
        try (Started started = Started.program(program, arguments)) {
            return started.ends(0);
        }
    }

    @Test
    void withJoinHelloComesBetweenStartingAndFinished() throws Exception {
        assertThat(printed("HelloThread")).containsExactly("main: Starting", "thread: Hello", "main: Finished");
    }

    @Test
    void withoutJoinTheOrderAfterStartingIsOpen() throws Exception {
        List<String> printed = printed("HelloThread", "nojoin");
        assertThat(printed).containsExactlyInAnyOrder("main: Starting", "thread: Hello", "main: Finished");
        assertThat(printed.getFirst()).isEqualTo("main: Starting");
    }

    @Test
    void eachThreadEchoProgramContractItsOwnOrder() throws Exception {
        List<String> printed = printed("NumbersAndLetters", "20", "30");
        assertThat(printed).hasSize(10)
                .containsSubsequence("numbers: 1", "numbers: 2", "numbers: 3", "numbers: 4", "numbers: 5")
                .containsSubsequence("letters: A", "letters: B", "letters: C", "letters: D", "letters: E");
    }

    @Test
    void withoutALockUpdatesAreLost() throws Exception {
        List<String> printed = printed("SharedCounter");
        assertThat(printed.getLast()).matches("counted [0-9]+ of 15").isNotEqualTo("counted 15 of 15");
        assertThat(printed).noneMatch(line -> line.contains("waits"));
    }

    @Test
    void withALockNoUpdateIsLost() throws Exception {
        List<String> printed = printed("SharedCounter", "lock");
        assertThat(printed.getLast()).isEqualTo("counted 15 of 15");
        assertThat(printed).filteredOn(line -> line.endsWith("waits for the lock ...")).hasSize(15);
    }

    @Test
    void withoutFramingTenSendsAreOneMessageAndOneSendIsTen() throws Exception {
        assertThat(printed("TenSends")).filteredOn(line -> line.contains("heard"))
                .containsExactly("receiver: heard 1 x abcdefghij ...", "receiver: heard 10 x 2000 bytes ...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "length"})
    void withFramingTheReceivedMessagesAreTheSentOnes(String framing) throws Exception {
        assertThat(printed("TenSends", framing)).filteredOn(line -> line.contains("heard"))
                .containsExactly("receiver: heard 10 x a ...", "receiver: heard 1 x 20000 bytes ...");
    }

    @ParameterizedTest
    @CsvSource({"HelloThread,join", "NumbersAndLetters,1000", "SharedCounter,locked", "TenSends,raws",
        "EchoSingle,-1", "EchoThreads,65536", "EchoVirtual,port", "EchoSelect,9998 9999", "EchoUdp,1e3"})
    void aWrongArgumentGivesOneLineAndExitCode2(String program, String arguments) throws Exception {
        try (Started started = Started.program(program, arguments.split(" "))) {
            assertThat(started.ends(2)).singleElement().asString().startsWith("usage: java " + program + ".java");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EchoSingle", "EchoThreads", "EchoVirtual", "EchoSelect"})
    void aTakenPortGivesOneLineAndExitCode1(String program) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            isRefused(program, taken.getLocalPort());
        }
    }

    @Test
    void aTakenUdpPortGivesOneLineAndExitCode1() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            isRefused("EchoUdp", taken.getLocalPort());
        }
    }

    private static void isRefused(String program, int port) throws Exception {
        try (Started started = Started.program(program, "" + port)) {
            assertThat(started.ends(1)).singleElement().asString().startsWith("cannot serve on 127.0.0.1:" + port);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void eachProgramFitsOnAPageAndSaysHowToRunIt(Path program) throws Exception {
        assertThat(Files.readAllLines(program)).hasSizeBetween(10, 60).allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.startsWith("// Run: java " + program.getFileName()));
    }

    @Test
    void aThreadPerClientDiffersFromOneThreadInOneLine() {
        assertThat(differing("EchoSingle", "EchoThreads"))
                .containsExactly("echo(client);", "new Thread(() -> echo(client)).start();");
        assertThat(differing("EchoSingle", "EchoVirtual"))
                .containsExactly("echo(client);", "Thread.startVirtualThread(() -> echo(client));");
    }

    /** The lines in which two programs differ, without names and comments. */
    private static List<String> differing(String one, String other) {
        List<String> left = body(one);
        List<String> right = body(other);
        assertThat(left).hasSameSizeAs(right);
        return Stream.iterate(0, i -> i < left.size(), i -> i + 1).filter(i -> !left.get(i).equals(right.get(i)))
                .flatMap(i -> Stream.of(left.get(i), right.get(i))).map(String::strip).toList();
    }

    private static List<String> body(String program) {
        return Sources.text(Started.FOLDER.resolve(program + ".java")).replace(program, "NAME").lines()
                .filter(line -> !line.startsWith("//")).toList();
    }
}
