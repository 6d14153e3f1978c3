package socketlab.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.mutants.Mutant;
import socketlab.core.mutants.MutantCompiler;
import socketlab.core.server.FlushSchedule;
import socketlab.core.server.GraceSchedule;
import socketlab.core.server.SendQueueSchedule;
import socketlab.core.server.StopSchedule;
import socketlab.select.WakeUpSchedule;
import socketlab.services.chat.RoomSchedule;

/**
 * What holds in every order of the threads' steps, as far as chance finds them; and that a race which is put in on purpose
 * is found. {@code -Dschedules=100000} tries more of them.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "Fray's native part is for Linux on x86-64")
class SchedulesTest {
    private static final int COUNT = Integer.getInteger("schedules", 1_000);
    private static final int ENOUGH_FOR_A_MUTANT = 20_000;
    private static final List<Path> MODULES = Stream.of("lab-core", "lab-services", "lab-select")
            .map(Path.of("..")::resolve).toList();

    /** A race, and the scenario that must find it. */
    record Race(Class<? extends Scenario> scenario, String title, String file, String original, String replacement) {}

    private static final List<Race> RACES = List.of(
            new Race(RoomSchedule.class, "a broadcast without the room's lock", "Room.java",
                    "synchronized void broadcast(", "void broadcast("),
            new Race(RoomSchedule.class, "a late member is greeted after the goodbye", "Room.java",
                    "push(format(\"> Connected to the chat server (%s)\", userCount()), other -> other == peer);",
                    "peer.push(utf8(format(\"> Connected to the chat server (%s)\", userCount())));"),
            new Race(SendQueueSchedule.class, "bytes are counted without the lock", "SendQueue.java",
                    "public synchronized boolean remove(", "public boolean remove("),
            new Race(FlushSchedule.class, "what is flushed is forgotten without the lock", "SendQueue.java",
                    "public synchronized boolean remove(", "public boolean remove("),
            new Race(WakeUpSchedule.class, "the loop looks first and says then that it blocks", "TaskQueue.java",
                    "    synchronized boolean mayBlock() {\n        blocked = tasks.isEmpty();\n        return blocked;",
                    "    boolean mayBlock() {\n        boolean none;\n        synchronized (this) { none = tasks.isEmpty(); }\n"
                            + "        synchronized (this) { blocked = none; }\n        return none;"),
            new Race(StopSchedule.class, "a registry looks first and registers then", "ClientRegistry.java",
                    "        clients.put(client.id(), client);\n        arrives(client);\n        if (closing.get()) {",
                    "        boolean late = closing.get();\n        clients.put(client.id(), client);\n"
                            + "        arrives(client);\n        if (late) {"),
            new Race(StopSchedule.class, "a server begins to stop without the registry's lock", "ClientRegistry.java",
                    "    synchronized boolean beginClosing() {\n        notifyAll();\n", "    boolean beginClosing() {\n"),
            new Race(GraceSchedule.class, "a thread lets go of its client without the lock", "GracePeriod.java",
                    "private synchronized void disown(", "private void disown("));

    @ParameterizedTest
    @ValueSource(classes = {RoomSchedule.class, SendQueueSchedule.class, FlushSchedule.class, WakeUpSchedule.class,
        StopSchedule.class, GraceSchedule.class})
    void itHoldsInEverySchedule(Class<? extends Scenario> scenario) throws Exception {
        String result = FrayProcess.explore(scenario.getSimpleName(), scenario, COUNT, List.of());
        System.out.println(scenario.getSimpleName() + ": " + result);
        assertThat(result).startsWith(COUNT + " schedules");
    }

    @TestFactory
    Stream<DynamicTest> aRaceIsFoundAndReplayedFromItsRecording(@TempDir Path folder) {
        return RACES.stream().map(race -> DynamicTest.dynamicTest(race.title, () -> {
            Path mutated = Files.createTempDirectory(folder, "mutant");
            MutantCompiler.into(mutated, MODULES, new Mutant(race.title, race.file, race.original, race.replacement, ""));
            String result = FrayProcess.explore(race.title.replace(' ', '-'), race.scenario, ENOUGH_FOR_A_MUTANT, List.of(
                    mutated));
            System.out.println(race.title + ": " + result);
            assertThat(result).startsWith("schedule ").endsWith("; replayed: the same");
        }));
    }
}
