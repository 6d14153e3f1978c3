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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Process server = start(Registrar.class, folder.resolve("accounts.db").toString());
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

    private static Process start(Class<?> program, String argument, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(flags));
        command.addAll(List.of(program.getName(), argument));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** As where /tmp is mounted noexec, or full: a file in place of the folder keeps root out too. */
    @ParameterizedTest
    @ValueSource(strings = {":memory:", "accounts.db"})
    void aTemporaryFolderThatCannotTakeTheNativeLibraryIsNamedAndNotTheAccountsFile(String file) throws Exception {
        Path noFolder = Files.writeString(folder.resolve("no-folder"), "");
        Process server = start(Opener.class, file, "-Dorg.sqlite.tmpdir=" + noFolder);
        try (BufferedReader printed = server.inputReader()) {
            assertThat(printed.lines().toList()).singleElement().asString()
                    .startsWith("cannot load the native library of SQLite").contains(noFolder.toString(), "noexec",
                            "-Dorg.sqlite.tmpdir=FOLDER")
                    .doesNotContain(file);
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Opens accounts in a fresh JVM, in which no native library has been loaded, and prints why it cannot. */
    static final class Opener {
        public static void main(String[] arguments) {
            try (Accounts accounts = Accounts.open(arguments[0], PasswordHasher.bcrypt(4))) {
                System.out.println("opened " + accounts.lookUp(ALICE));
            } catch (UncheckedIOException e) {
                System.out.println(e.getMessage());
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
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadTheFileAndItsJournal() throws Exception {
        Path file = folder.resolve("accounts.db");
        try (Accounts _ = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO accounts VALUES ('bob', 'hash')");
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(permissions(folder.resolve("accounts.db-journal"))).isEqualTo("rw-------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileBehindALinkIsItsOwnersToo() throws Exception {
        Path target = folder.resolve("target.db");
        Files.createSymbolicLink(folder.resolve("accounts.db"), target);
        open().close();
        assertThat(permissions(target)).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** As where the disk is full: SQLite cannot write its journal. */
    @Test
    void afterAFailedWriteTheNextOneMaySucceed() throws Exception {
        try (Accounts accounts = open()) {
            Path inTheWay = Files.createDirectory(folder.resolve("accounts.db-journal"));
            assertThat(accounts.register(ALICE, "secret")).isEqualTo(Outcome.UNAVAILABLE);
            Files.delete(inTheWay);
            assertThat(accounts.register(ALICE, "secret")).isEqualTo(Outcome.OK);
            assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.OK);
        }
    }

    /** No new file takes its place: all names would be free, and everybody's password forgotten. */
    @Test
    @DisabledOnOs(OS.WINDOWS)   // where no open file can be moved
    void aFileThatHasGoneIsUsedAgainWhenItIsBack() throws Exception {
        Path file = folder.resolve("accounts.db");
        try (Accounts accounts = open()) {
            accounts.register(ALICE, "secret");
            Path away = Files.move(file, folder.resolve("away.db"));
            for (int i = 0; i < 2; i++) {
                assertThat(accounts.lookUp(ALICE)).isEqualTo(Outcome.UNAVAILABLE);
                assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.UNAVAILABLE);
                assertThat(accounts.register(new UserName("bob"), "secret")).isEqualTo(Outcome.UNAVAILABLE);
            }
            assertThat(file).doesNotExist();
            Files.createFile(file);
            assertThat(accounts.lookUp(ALICE)).as("an empty file is no accounts").isEqualTo(Outcome.UNAVAILABLE);
            Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.OK);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatWasReplacedIsTheOneThatCounts() throws Exception {
        Path file = folder.resolve("accounts.db");
        try (Accounts accounts = open()) {
            Path before = Files.copy(file, folder.resolve("before.db"));
            accounts.register(ALICE, "secret");
            Files.move(before, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.WRONG_CREDENTIALS);
            assertThat(accounts.register(ALICE, "other")).isEqualTo(Outcome.OK);
        }
        try (Accounts accounts = open()) {
            assertThat(accounts.login(ALICE, "other")).isEqualTo(Outcome.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {":resource:http://127.0.0.1:9/a.db", ":resource:a.db", ":other:", "jdbc:sqlite:a.db", "file:a.db",
        "FILE:a.db?mode=memory", "http://127.0.0.1:9/a.db", "a.db?journal_mode=WAL", "", " "})
    void aNameIntoWhichTheDriverReadsMoreThanAPathIsRefused(String name) {
        assertThatThrownBy(() -> Accounts.open(name, PasswordHasher.bcrypt(4)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("--accounts '" + name + "': ")
                .hasMessageContaining(":memory:").hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {":memory:", "accounts.db", "./a:b.db", "/tmp/a:b", "C:\\a.db", "mode=memory.db", "file"})
    void aPlainPathIsNot(String name) {
        assertThat(AccountFile.parse(name).inMemory()).isEqualTo(name.equals(":memory:"));
    }

    @Test
    void anAccountWithACheaperHashIsHashedAnewWhenItsOwnerLogsIn() throws IOException {
        try (Accounts accounts = open()) {
            accounts.register(ALICE, "secret");
        }
        Path file = folder.resolve("accounts.db");
        try (Accounts dearer = Accounts.open(file.toString(), PasswordHasher.bcrypt(5))) {
            assertThat(dearer.login(ALICE, "wrong")).isEqualTo(Outcome.WRONG_CREDENTIALS);
            assertThat(Files.readString(file, ISO_8859_1)).contains("$2a$04$");
            assertThat(dearer.login(ALICE, "secret")).isEqualTo(Outcome.OK);
            assertThat(Files.readString(file, ISO_8859_1)).contains("$2a$05$").doesNotContain("$2a$04$");
            assertThat(dearer.login(ALICE, "secret")).isEqualTo(Outcome.OK);
        }
        try (Accounts cheaper = open()) {
            assertThat(cheaper.login(ALICE, "secret")).isEqualTo(Outcome.OK);
            assertThat(Files.readString(file, ISO_8859_1)).as("never made cheaper").contains("$2a$05$");
        }
    }

    /** So the time does not tell that there is such an account. */
    @Test
    void aWrongPasswordForACheaperHashTakesAsManyRoundsAsForAnUnknownName() {
        List<Long> rounds = new ArrayList<>();
        PasswordHasher passwords = new PasswordHasher.Bcrypt(10, (_, hash) -> {
            rounds.add(1L << Integer.parseInt(hash.substring(4, 6)));
            return false;
        });
        for (int cost = 4; cost <= 10; cost++) {
            rounds.clear();
            passwords.matches("wrong", "$2a$%02d$".formatted(cost) + "a".repeat(53));
            assertThat(rounds.stream().mapToLong(Long::longValue).sum()).isEqualTo(1 << 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "$2a$31$"})
    void aHashThatIsNoneLogsNobodyIn(String start) throws Exception {
        String hash = start + "a".repeat(53);
        try (Accounts accounts = open();
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("accounts.db"));
                Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO accounts VALUES ('alice', '" + hash + "')");
            assertThat(accounts.login(ALICE, "secret")).isEqualTo(Outcome.UNAVAILABLE);
        }
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
