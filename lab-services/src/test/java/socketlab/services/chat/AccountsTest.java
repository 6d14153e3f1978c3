package socketlab.services.chat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.services.chat.Accounts.Outcome;

/** Accounts survive a restart and {@code kill -9}, and no file contains a password. */
class AccountsTest {
    private static final UserName ALICE = new UserName("alice");

    @TempDir
    Path folder;

    private Accounts open() {
        return Accounts.open(folder.resolve("accounts.db").toString(), PasswordHasher.bcrypt(4));
    }

    @Test
    void anAccountIsStillThereWhenTheFileIsOpenedAgain() {
        try (Accounts accounts = open()) {
            assertThat(accounts.register(ALICE, "secret")).isEqualTo(Outcome.OK);
        }
        try (Accounts accounts = open()) {
            assertThat(accounts.lookUp(new UserName("Alice"))).isEqualTo(Outcome.NAME_TAKEN);
            assertThat(accounts.lookUp(new UserName("bob"))).isEqualTo(Outcome.OK);
            assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.OK);
            assertThat(accounts.login(ALICE, "Secret")).isEqualTo(Outcome.WRONG_CREDENTIALS);
            assertThat(accounts.login(new UserName("bob"), "secret")).isEqualTo(Outcome.WRONG_CREDENTIALS);
        }
    }

    @Test
    void theFileContainsNoPassword() throws IOException {
        try (Accounts accounts = open()) {
            accounts.register(ALICE, "correct horse battery staple");
        }
        assertThat(Files.readString(folder.resolve("accounts.db"), ISO_8859_1))
                .contains("alice", "$2a$04$").doesNotContain("correct horse");
        assertThat(folder.toFile().list()).as("one file").containsExactly("accounts.db");
    }

    @Test
    void ofTwoSimultaneousRegistrationsOfOneNameExactlyOneSucceeds() throws Exception {
        CyclicBarrier instant = new CyclicBarrier(2);
        try (Accounts one = open(); Accounts other = open();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 20; i++) {
                UserName name = new UserName("name" + i);
                Future<Outcome> first = threads.submit(at(instant, () -> one.register(name, "first")));
                Future<Outcome> second = threads.submit(at(instant, () -> other.register(name, "second")));
                assertThat(List.of(first.get(), second.get()))
                        .containsExactlyInAnyOrder(Outcome.OK, Outcome.NAME_TAKEN);
                String winner = first.get() == Outcome.OK ? "first" : "second";
                assertThat(one.login(name, winner)).isEqualTo(Outcome.OK);
            }
        }
    }

    private static Callable<Outcome> at(CyclicBarrier instant, Callable<Outcome> task) {
        return () -> {
            instant.await(10, TimeUnit.SECONDS);
            return task.call();
        };
    }

    @Test
    void anAnsweredRegistrationSurvivesKillMinus9() throws Exception {
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Registrar.class.getName(), folder.resolve("accounts.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int answered = 0;
        try (BufferedReader answers = server.inputReader(UTF_8)) {
            while (answered < 50 && "OK".equals(answers.readLine())) {
                answered++;
            }
            server.toHandle().destroyForcibly();   // Process.destroyForcibly would close the stream too
            answered += (int) answers.lines().filter("OK"::equals).count();
        } finally {
            server.toHandle().destroyForcibly();
        }
        assertThat(server.waitFor()).as("killed, not finished").isNotZero();
        assertThat(answered).isGreaterThanOrEqualTo(50);
        try (Accounts accounts = open()) {
            for (int i = 0; i < answered; i++) {
                assertThat(accounts.login(new UserName("name" + i), "secret" + i)).isEqualTo(Outcome.OK);
            }
        }
    }

    /** The process that the test kills: it registers accounts one after the other and prints each outcome. */
    static final class Registrar {
        public static void main(String[] arguments) {
            try (Accounts accounts = Accounts.open(arguments[0], PasswordHasher.bcrypt(4))) {
                for (int i = 0; i < 100_000; i++) {
                    System.out.println(accounts.register(new UserName("name" + i), "secret" + i));
                }
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedWithOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "this is no database".repeat(100));
        for (Path file : List.of(text, folder, folder.resolve("no/such/folder.db"))) {
            assertThatThrownBy(() -> Accounts.open(file.toString(), PasswordHasher.bcrypt(4)))
                    .isInstanceOf(UncheckedIOException.class).hasMessageStartingWith("cannot keep accounts in " + file)
                    .hasMessageContaining("--accounts").hasMessageNotContaining("\n");
        }
        assertThat(text).content().startsWith("this is no database");
    }

    @Test
    void theDummyHashHasTheCostOfARealHashAndMatchesNothing() {
        for (int cost : List.of(4, 10)) {
            PasswordHasher passwords = PasswordHasher.bcrypt(cost);
            String real = passwords.hash("secret");
            assertThat(passwords.dummyHash()).hasSameSizeAs(real).startsWith(real.substring(0, "$2a$10$".length()));
            assertThat(passwords.matches("", passwords.dummyHash())).isFalse();
        }
    }
}
