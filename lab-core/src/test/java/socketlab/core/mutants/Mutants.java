package socketlab.core.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import socketlab.core.ModelFactory;
import socketlab.core.contract.ModelContract;

/**
 * Tests of the tests: servers with one deliberate fault each, and for each the rule that must catch it.
 *
 * <p>The rule passes on the classes as they are and fails on the mutant, with the same patience, so it is the fault
 * that it sees. That patience is short, because many mutants are caught by a wait that runs out; where the sound
 * classes need more, both get the contract's own.
 */
public final class Mutants {
    private static final int TRIES = 5;   // some faults are races, and a race can go well once
    /** The slowest rule takes 1.2 s on a sound model: it waits for a discarding close to give up. */
    private static final List<Duration> PATIENCE = List.of(Duration.ofSeconds(2), ModelContract.PATIENCE);

    private final Class<? extends ModelFactory> model;
    private final List<Path> modules;
    private final Path folder;
    private final Set<String> files;
    private final Map<String, Duration> patience = new HashMap<>();

    private Mutants(Class<? extends ModelFactory> model, List<Path> modules, Path folder, List<Mutant> mutants) {
        this.model = model;
        this.modules = modules;
        this.folder = folder;
        this.files = mutants.stream().map(Mutant::file).collect(Collectors.toSet());
    }

    /** One test for each mutant of these modules, which make up the model; the folder takes the mutated classes. */
    public static Stream<DynamicTest> of(Class<? extends ModelFactory> model, List<Path> modules, Path folder,
            List<Mutant> mutants) {
        Mutants all = new Mutants(model, modules, folder, mutants);
        return mutants.stream().map(mutant -> DynamicTest.dynamicTest(mutant.title(), () -> all.isCaught(mutant)));
    }

    private void isCaught(Mutant mutant) throws Exception {
        Path classes = Files.createTempDirectory(folder, "mutant");
        MutantCompiler.into(classes, modules, mutant);
        Duration enough = patienceWithTheSound(mutant.rule());
        boolean caught = false;
        for (int tries = 0; !caught && tries < TRIES; tries++) {
            caught = !failures(mutant.rule(), classes, enough).isEmpty();
        }
        assertThat(caught).as("the rule that must fail: " + mutant.rule()).isTrue();
    }

    private Duration patienceWithTheSound(String rule) throws Exception {
        Path nothing = Files.createTempDirectory(folder, "sound");
        List<Event> failures = List.of();
        for (Duration each : patience.containsKey(rule) ? List.<Duration>of() : PATIENCE) {
            failures = failures(rule, nothing, each);
            if (failures.isEmpty()) {
                patience.put(rule, each);
                break;
            }
        }
        assertThat(failures).as("the classes as they are").isEmpty();
        return patience.get(rule);
    }

    private List<Event> failures(String rule, Path classes, Duration enough) throws Exception {
        try (SuspectLoader loader = SuspectLoader.of(classes, modules, files)) {
            Class<?> suspect = loader.loadClass(model.getName());
            assertThat(suspect.getClassLoader()).as("the loader of " + suspect).isSameAs(loader);
            SuspectContract.suspect(((ModelFactory) suspect.getConstructor().newInstance()).model(), enough);
            Events tests = EngineTestKit.engine("junit-jupiter")
                    .selectors(selector(rule)).execute().testEvents();
            assertThat(tests.succeeded().count() + tests.failed().count()).as("tests that ran").isPositive();
            return tests.failed().list();
        }
    }

    private static DiscoverySelector selector(String rule) {
        String[] parts = rule.split("[\\[\\]]");
        MethodSelector method = selectMethod(SuspectContract.class, method(parts[0]));
        return parts.length == 1 ? method : selectIteration(method, Integer.parseInt(parts[1]));
    }

    private static Method method(String rule) {
        return Arrays.stream(SuspectContract.class.getMethods()).filter(method -> method.getName().equals(rule))
                .findFirst().orElseThrow(() -> new AssertionError("the contract has no rule named " + rule));
    }
}
