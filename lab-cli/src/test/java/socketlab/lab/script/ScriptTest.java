package socketlab.lab.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.lab.text.LabException;

/** A script's few kinds of line mean what they mean to sh; any other line is rejected before anything starts. */
class ScriptTest implements Script.Executor {
    private static final String HEAD = "#!/bin/sh\n# About it\ncd \"$(dirname \"$0\")/..\" || exit 1\n";
    private static final String TAIL = "\noutcome=$?\nexit \"$outcome\"\n";

    @TempDir
    Path folder;

    private final List<List<String>> commands = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private int code;

    @Override
    public int runLab(List<String> arguments) {
        commands.add(arguments);
        return code;
    }

    @Override
    public void print(String line) {
        printed.add(line);
    }

    private Script script(String text) throws Exception {
        Files.createDirectories(folder.resolve("experiments"));
        Files.writeString(folder.resolve("experiments/07-it.sh"), text);
        return Experiment.find("7", Experiment.all(folder)).parse();
    }

    @Test
    void wordsAreUnquotedJoinedAndExpanded() throws Exception {
        String values = "a=1s b='x y'\n";
        script(HEAD + values + "./lab run --delay \"$a\" \"${a}2 $b\" 'off<=2' p\"$a\"q \"\" \\\n    --last" + TAIL)
                .run(false, this);
        assertThat(commands).containsExactly(List.of("run", "--delay", "1s", "1s2 x y", "off<=2", "p1sq", "", "--last"));
    }

    @Test
    void withQuickOtherValuesAreUsed() throws Exception {
        Script script = script(HEAD + "a=1 b=1\n[ -z \"${QUICK:-}\" ] || a=2\n"
                + "[ -z \"${QUICK:-}\" ] || { a=3 b=4; }\n./lab run \"$a\" \"$b\"" + TAIL);
        script.run(false, this);
        script.run(true, this);
        assertThat(commands).containsExactly(List.of("run", "1", "1"), List.of("run", "3", "4"));
    }

    @Test
    void aFailedCommandEndsTheScriptWithItsExitCode() throws Exception {
        Script script = script(HEAD + "./lab one\noutcome=$?\n[ \"$outcome\" -eq 0 ] || exit \"$outcome\"\n"
                + "echo\necho \"and on\"\n./lab two" + TAIL);
        code = 3;
        assertThat(script.run(false, this)).isEqualTo(3);
        assertThat(printed).isEmpty();
        code = 0;
        assertThat(script.run(false, this)).isZero();
        assertThat(printed).containsExactly("", "and on");
        assertThat(commands).containsExactly(List.of("one"), List.of("one"), List.of("two"));
    }

    private static final String BOTH_HALVES = """
            ./lab one
            outcome=$?
            case $outcome in 0 | 4) ;; *) exit "$outcome" ;; esac

            ./lab two || outcome=$?
            exit "$outcome"
            """;

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "4, 0, 4", "0, 4, 4", "4, 4, 4", "4, 3, 3", "0, 3, 3", "3, 0, 3", "1, 0, 1", "4, 1, 1"})
    void aScriptGoesOnAfterNoiseAndEndsWithIt(int first, int second, int whole) throws Exception {
        Script.Executor answers = new Script.Executor() {
            @Override
            public int runLab(List<String> arguments) {
                commands.add(arguments);
                return arguments.equals(List.of("one")) ? first : second;
            }

            @Override
            public void print(String line) {}
        };
        assertThat(script(HEAD + BOTH_HALVES).run(false, answers)).isEqualTo(whole);
        assertThat(commands).hasSize(first == 0 || first == 4 ? 2 : 1);
        String shell = BOTH_HALVES.replace("./lab one", "(exit " + first + ")").replace("./lab two", "(exit " + second + ")");
        assertThat(new ProcessBuilder("sh", "-c", shell).start().waitFor()).as("in a shell").isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./lab run >file", "./lab run | cat", "./lab run &", "./lab run; ./lab list",
        "nc 127.0.0.1 1", "./lab run $(date)", "./lab run \"`date`\"", "./lab run *", "./lab run ~",
        "a=1\n./lab run $a", "./lab run \"$never\"", "for a in 1 2; do", "set -e", "./lab run 'open", "a=1 ./lab run",
        "A=1", "[ -z \"${QUICK:-}\" ] || ./lab run", "./lab run # why", "trap stop EXIT", "echo || outcome=$?",
        "a=1 || outcome=$?", "./lab run || true", "echo 'a\\nb'",
        "\"./la\"b \"$1\"", "./lab run \\"})
    void aLineThatNeedsAShellIsRejectedInOneLine(String line) throws Exception {
        Script[] parsed = new Script[1];
        assertThatThrownBy(() -> parsed[0] = script(HEAD + "./lab list\n" + line + TAIL))
                .isInstanceOf(LabException.class).hasMessageStartingWith("07-it.sh, line ")
                .hasMessageContaining("needs a shell, and lab experiment has none; run the script "
                        + "itself: experiments/07-it.sh").message().doesNotContain("\n");
    }

    @Test
    void aScriptEndsWithTheExitCodeOfItsLastLine() throws Exception {
        code = 3;
        assertThat(script("./lab run -m single\n").run(false, this)).isEqualTo(3);
        assertThat(script("#!/bin/sh\n./lab list\n./lab run -m single\necho\n").run(false, this)).isZero();
        assertThat(commands).containsExactly(List.of("run", "-m", "single"), List.of("list"), List.of("run", "-m", "single"));
    }

    @Test
    void anExitCodeOtherThan0ReplacesTheOneBefore() throws Exception {
        Script script = script(HEAD + "./lab one\noutcome=$?\n./lab two || outcome=$?\nexit \"$outcome\"\n");
        code = 4;
        assertThat(script.run(false, this)).isEqualTo(4);
        assertThat(script.run(false, new Script.Executor() {
            @Override
            public int runLab(List<String> arguments) {
                return arguments.equals(List.of("one")) ? 4 : 0;
            }

            @Override
            public void print(String line) {}
        })).isEqualTo(4);
    }

    @Test
    void aScriptGoesOnAfterSomeExitCodes() throws Exception {
        Script script = script(HEAD + "./lab one\noutcome=$?\ncase $outcome in 0 | 3 | 4) ;; *) exit \"$outcome\" ;; esac\n"
                + "echo \"look\"\nexit \"$outcome\"\n");
        for (int each : List.of(0, 3, 4, 1, 2, 130, 141)) {
            code = each;
            assertThat(script.run(false, this)).isEqualTo(each);
        }
        assertThat(printed).containsExactly("look", "look", "look");
    }

    @Test
    void aFileWithAByteOrderMarkIsRead() throws Exception {
        script("\uFEFF#!/bin/sh\r\n./lab list\r\n").run(false, this);
        assertThat(commands).containsExactly(List.of("list"));
    }

    @Test
    void anotherFolderIsRejected() {
        assertThatThrownBy(() -> script("cd /\n./lab list" + TAIL)).isInstanceOf(LabException.class)
                .hasMessageContaining("needs a shell, and lab experiment has none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", HEAD, "#!/bin/sh\necho hello\n"})
    void aScriptThatRunsNothingIsRejected(String text) {
        assertThatThrownBy(() -> script(text)).isInstanceOf(LabException.class)
                .hasMessage("07-it.sh runs nothing; write a line such as: ./lab run -m single,threaded");
    }

    @Test
    void anExperimentHasANumberAndAName() throws Exception {
        script("./lab list\n");
        Files.writeString(folder.resolve("experiments/12-staircase.sh"), "./lab list\n");
        List<Experiment> all = Experiment.all(folder);
        for (String wanted : List.of("12", "12-staircase", "staircase")) {
            assertThat(Experiment.find(wanted, all).name()).isEqualTo("12-staircase");
        }
        assertThatThrownBy(() -> Experiment.find("staricase", all)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown experiment 'staricase' (did you mean staircase?); there are: 07, 12");
    }
}
