package socketlab.schedules;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kotlin.Unit;
import kotlinx.serialization.json.Json;
import org.pastalab.fray.core.TestRunner;
import org.pastalab.fray.core.command.Configuration;
import org.pastalab.fray.core.command.ExecutionInfo;
import org.pastalab.fray.core.command.LambdaExecutor;
import org.pastalab.fray.core.command.NetworkDelegateType;
import org.pastalab.fray.core.command.SystemTimeDelegateType;
import org.pastalab.fray.core.randomness.ControlledRandomProvider;
import org.pastalab.fray.core.randomness.Randomness;
import org.pastalab.fray.core.scheduler.POSScheduler;
import org.pastalab.fray.core.scheduler.Scheduler;

/**
 * Runs a scenario in many schedules: at each step that another thread could see, Fray chooses by chance which thread goes
 * on (partial order sampling). Ends at the first schedule in which something does not hold, and replays it from its
 * recording. A program of its own, for Fray must control its whole JVM (see {@link FrayProcess}).
 */
final class Schedules {
    private static final int SECONDS_AT_MOST = (int) TimeUnit.HOURS.toSeconds(1);
    private static final int STEPS_AT_MOST = 20_000;      // of one schedule: in its own loop a thread may wait for ever
    private static final long NANOS_PER_STEP = 100_000;   // of a schedule's own clock: to wait for it takes no time

    private final Class<? extends Scenario> scenario;
    private final Path folder;
    private int ended;   // schedules whose scenario came to its end

    private Schedules(Class<? extends Scenario> scenario, Path folder) {
        this.scenario = scenario;
        this.folder = folder;
    }

    /** Arguments: the scenario's class, how many schedules, a folder for the recording. Prints one line. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));   // Fray clears the screen for its progress
        Schedules schedules = new Schedules(Class.forName(args[0]).asSubclass(Scenario.class), Path.of(args[2]));
        run(schedules.inOrder(new POSScheduler(), 1, false));   // loads classes, which is no part of a schedule
        out.println(schedules.explore(Integer.parseInt(args[1])));
        out.flush();
        Runtime.getRuntime().halt(0);   // threads of a schedule that failed may wait for ever
    }

    private String explore(int count) throws IOException {
        Configuration tried = inOrder(new POSScheduler(), count, false);
        ended = 0;
        String failure = run(tried);
        int schedules = tried.getCurrentIteration();
        if (failure.isEmpty() && ended < schedules) {
            return format("%d of %d schedules do not end", schedules - ended, schedules);
        }
        if (failure.isEmpty()) {
            return format("%d schedules, %d a second", schedules, schedules * 1000L / Math.max(1, tried.elapsedTime()));
        }
        String replayed = run(inOrder(new POSScheduler(recording()), 1, true));
        return format("schedule %d: %s; replayed: %s", schedules + 1, failure, replayed.equals(failure) ? "the same" : replayed);
    }

    /** What does not hold in the first schedule in which something does not; empty where all is well. */
    private static String run(Configuration tried) {
        Throwable failure = new TestRunner(tried).run();
        return failure == null ? "" : failure.toString();
    }

    private Randomness recording() throws IOException {
        return Json.Default.decodeFromString(Randomness.Companion.serializer(),
                Files.readString(folder.resolve("recording/random.json")));
    }

    private Configuration inOrder(Scheduler scheduler, int count, boolean replay) {
        ExecutionInfo execution = new ExecutionInfo(new LambdaExecutor(this::once), false, true, STEPS_AT_MOST);
        return new Configuration(execution, folder, count, SECONDS_AT_MOST, scheduler, new ControlledRandomProvider(),
                false, false, true, replay, false, false, NetworkDelegateType.NONE, SystemTimeDelegateType.MOCK,
                NANOS_PER_STEP, false, false, false, false, false, false, null);
    }

    /** A new object for each schedule. */
    private Unit once() {
        try {
            scenario.getConstructor().newInstance().run();
            ended++;
        } catch (ReflectiveOperationException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Unit.INSTANCE;
    }
}
