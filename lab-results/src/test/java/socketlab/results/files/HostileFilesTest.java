package socketlab.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.HostileRun;
import socketlab.results.Run;

/** Files that somebody else wrote, and not to be read. */
class HostileFilesTest {
    private static final int MUTATIONS = 200;
    private static final String PLAIN = "[^\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]*";

    @TempDir
    private Path folder;

    @Test
    void whatNoLabWritesIsRefusedInOneLineThatNamesIt() throws IOException {
        HostileRun.write(folder, HostileRun.refused());
        for (String name : HostileRun.refused().keySet()) {
            RunFiles run = RunFiles.in(folder.resolve(name));
            if (name.equals("no-models")) {
                assertThat(run.readRun().models()).isEmpty();
                continue;
            }
            assertThatThrownBy(run::readRun).as(name).isInstanceOf(ResultsException.class)
                    .hasMessageStartingWith(folder.resolve(name).resolve("run.json").toString())
                    .hasMessageMatching(PLAIN).hasMessageNotContaining("jackson").extracting(e -> e.getMessage().length())
                    .satisfies(length -> assertThat((int) length).isLessThan(400));
        }
    }

    @Test
    void theLineNamesThePlaceInTheFile() throws IOException {
        Map<String, UnaryOperator<String>> some = HostileRun.refused();
        some.keySet().retainAll(Set.of("requests-as-many-as-an-int-holds", "model-name-of-two-megabytes", "many-results",
                "many-names"));
        HostileRun.write(folder, some);
        assertThatThrownBy(() -> RunFiles.in(folder.resolve("requests-as-many-as-an-int-holds")).readRun()).hasMessageContaining(
                "run.json: load.requests is 2147483647, which is impossible: a run has 0 to 100,000,000 there");
        assertThatThrownBy(() -> RunFiles.in(folder.resolve("model-name-of-two-megabytes")).readRun()).hasMessageContaining(
                "run.json: models[0].model has 2,097,152 characters; at most 200 are read");
        assertThatThrownBy(() -> RunFiles.in(folder.resolve("many-results")).readRun()).hasMessageContaining(
                "run.json: models has 20,003 entries; at most 1,000 are read");
        assertThatThrownBy(() -> RunFiles.in(folder.resolve("many-names")).readRun()).hasMessageContaining(
                "run.json: models names 503 models; at most 100 are read");
    }

    @Test
    void hostileTextIsReadAndSteersNobody() throws IOException {
        HostileRun.write(folder, HostileRun.readable());
        for (String name : HostileRun.readable().keySet()) {
            Run run = RunFiles.in(folder.resolve(name)).readRun();
            assertThat(run.toString()).as(name).matches(PLAIN);
        }
        assertThat(RunFiles.in(folder.resolve("no-system")).readRun().environment().os()).isEqualTo("unknown");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyARegularFileIsOpened() throws Exception {
        Path students = Files.createDirectory(folder.resolve("class"));
        List<String> why = new ArrayList<>();
        for (String name : HostileRun.writeNoFiles(students)) {
            assertThatThrownBy(() -> RunFiles.in(students.resolve(name)).readRun()).isInstanceOf(ResultsException.class)
                    .satisfies(e -> why.add(e.getMessage().substring(students.resolve(name).toString().length() + 1)));
        }
        assertThat(why).containsExactly("run.json is a link; copy the file itself there",
                "run.json is a link; copy the file itself there", "run.json is a folder, not a file",
                "run.json is a pipe or a device, not a file", "run.json is larger than 64 MiB, and no more is read");
    }

    /** Whatever is in it: a run or one line, never another exception. */
    @Test
    void aMutatedRunIsReadOrRefusedInOneLine() throws IOException {
        Path file = HostileRun.good(folder).resolve("run.json");
        String good = Files.readString(file);
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            String json = HostileRun.mutated(good, random);
            Files.writeString(file, json);
            assertThatCode(() -> {
                try {
                    assertThat(RunFiles.in(folder).readRun().toString()).matches(PLAIN);
                } catch (ResultsException refused) {
                    assertThat(refused.getMessage()).startsWith(file.toString()).doesNotContain("\n");
                }
            }).as("-Dseed=%d, number %d: %s", seed, i, json).doesNotThrowAnyException();
        }
    }

    @Test
    void aHostileTableIsRefusedInOneLineThatNamesTheCell() throws IOException {
        String heading = String.join(",", RequestRow.COLUMNS) + "\n";
        String row = "single,1,1,1,5001,0,10,20,30,40,50,ok\n";
        assertRefused(heading + row.replace("single", "x".repeat(200_000)), " line 2: String value length",
                "exceeds the maximum allowed (100000)");
        assertRefused(heading + row + ",".repeat(1_000_000), " line 3 has more than 100 cells");
        assertRefused(",".repeat(1_000_000), " line 1 has more than 100 cells");
        assertRefused(heading + row.replace("5001", "-2"), "line 2: client_port is \"-2\", not a count");
        assertRefused(heading + row.replace("50,ok", "9223372036854775807,ok"),
                "line 2: done_us is \"9223372036854775807\", not a "
                        + "time");
        assertRefused(heading + row.replace("50,ok", "1e999,ok"), "line 2: done_us is \"1e999\", not a whole number");
        assertRefused(heading + row.replace("ok", "\u001b[31m" + "k".repeat(5_000)), "outcome is \"\uFFFD[31mkkk",
                "kkk...\", not");
        assertRefused(heading + row + "single,1\n", " line 3: 2 cells instead of 12");
    }

    private void assertRefused(String table, String... words) throws IOException {
        Files.writeString(folder.resolve("requests.csv"), table);
        assertThatThrownBy(() -> RunFiles.in(folder).readRequests(row -> {})).isInstanceOf(ResultsException.class)
                .hasMessageContainingAll(words).hasMessageMatching(PLAIN);
    }

    @Test
    void aHostileTranscriptOrHistogramIsRefusedInOneLine() throws IOException {
        Files.writeString(folder.resolve("transcript.csv"),
                "model,round,at_us,member,port,event,text\nselect,1,20,2147483647,5001,sent,hi\n");
        assertThatThrownBy(() -> RunFiles.in(folder).readTranscript(row -> {})).hasMessageContaining(
                "transcript.csv line 2: member is \"2147483647\", not a count up to 100");
        Files.writeString(folder.resolve("single.hlog"), "0.000,0.000,0.1,HISTFAAA" + "/".repeat(1_000_000));
        assertThatThrownBy(() -> RunFiles.in(folder).readHistogram("single")).isInstanceOf(ResultsException.class)
                .hasMessageContaining("single.hlog is damaged").hasMessageMatching(PLAIN);
    }
}
