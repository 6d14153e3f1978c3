package socketlab.select;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;

/** The catalogue has {@code poll} where java lets it, and says in one line why where not. */
class PollModelTest {

    /** What a user is told by a JVM of its own. */
    public static final class Told {
        public static void main(String[] args) {
            ModelRegistry catalogue = ModelRegistry.of(PollModelTest.class.getClassLoader());
            System.out.println(catalogue.models().stream().map(Model::id).toList());
            System.out.println(catalogue.missing());
            try {
                System.out.println(catalogue.model("poll").summary());
            } catch (IllegalArgumentException oneLine) {
                System.out.println(oneLine.getMessage());
            }
        }
    }

    private static List<String> told(String... flags) throws Exception {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.command().addAll(List.of(flags));
        java.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Told.class.getName()));
        Process process = java.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().toList();
    }

    @Test
    void whereThePackageIsOpenPollIsAModelLikeTheOthers() throws Exception {
        assertThat(told("--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED")).containsExactly("[select, poll]", "{}",
                new PollModel().model().summary());
    }

    @Test
    void whereItIsNotPollIsLeftOutAndTheReasonIsOneLine() throws Exception {
        String reason = "not on this system: java wants --add-opens java.base/sun.nio.ch=ALL-UNNAMED";
        assertThat(told()).containsExactly("[select]", "{poll=" + reason + "}", "model 'poll' is " + reason);
    }
}
