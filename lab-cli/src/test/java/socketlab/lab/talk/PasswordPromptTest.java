package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.lab.talk.PasswordPrompt.MissingPassword;

/** Which part of a line is a password. */
class PasswordPromptTest {

    @ParameterizedTest
    @CsvSource({"/login alice s3cret,/login alice ******,/login alice",
        "/REGISTER al a b,/REGISTER al ***,/REGISTER al",
        "/lgoin alice s3cret,/lgoin alice ******,/lgoin alice", "'  /login  a  b','  /login  a  *','  /login  a'"})
    void aPasswordIsNeitherShownNorKept(String line, String shown, String kept) {
        assertThat(new PasswordPrompt().display(line)).isEqualTo(shown).hasSameSizeAs(line);
        assertThat(new PasswordPrompt().history(line)).isEqualTo(kept);
        assertThat(MissingPassword.in(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello there you", "/broadcast to all of you", "/list", "/login", "/login alice", ""})
    void everyOtherLineIsShownAndKept(String line) {
        assertThat(new PasswordPrompt().display(line)).isEqualTo(line);
        assertThat(new PasswordPrompt().history(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"/login alice,alice,false", "/Register al ,al,true"})
    void aMissingPasswordIsNoticed(String line, String name, boolean isNew) {
        assertThat(MissingPassword.in(line)).contains(new MissingPassword(name, isNew));
    }
}
