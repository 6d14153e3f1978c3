package socketlab.core.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectIteration;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import socketlab.core.ModelFactory;

/**
 * Who tests the tests: servers that are wrong on purpose, one fault each, and for each the rule that must catch it.
 *
 * <p>The rule passes on the sources as they are and fails on the mutant, with the same patience, so it is the fault
 * that it sees.
 */
public final class Mutants {
    private static final int TRIES = 5;   // some faults are races, and a race can go well once

    private final Class<? extends ModelFactory> model;
    private final List<Path> modules;
    private final Path folder;
    private final Set<String> sound = new HashSet<>();

    private Mutants(Class<? extends ModelFactory> model, List<Path> modules, Path folder) {
        this.model = model;
        this.modules = modules;
        this.folder = folder;
    }

    /** One test for each mutant of these modules, which make up the model; the folder takes the compiled classes. */
    public static Stream<DynamicTest> of(Class<? extends ModelFactory> model, List<Path> modules, Path folder,
            List<Mutant> mutants) {
        Mutants all = new Mutants(model, modules, folder);
        return mutants.stream().map(mutant -> DynamicTest.dynamicTest(mutant.title(), () -> all.isCaught(mutant)));
    }

    private void isCaught(Mutant mutant) throws Exception {
        if (sound.add(mutant.rule())) {
            assertThat(failures(mutant.rule(), null)).as("the sources as they are").isEmpty();
        }
        boolean caught = false;
        for (int tries = 0; !caught && tries < TRIES; tries++) {
            caught = !failures(mutant.rule(), mutant).isEmpty();
        }
        assertThat(caught).as("the rule that must fail: " + mutant.rule()).isTrue();
    }

    private List<Event> failures(String rule, Mutant mutant) throws Exception {
        Path classes = Files.createTempDirectory(folder, "classes");
        try (Compiled compiled = Compiled.from(modules, mutant, classes)) {
            ModelFactory suspect = (ModelFactory) compiled.loadClass(model.getName()).getConstructor().newInstance();
            SuspectContract.suspect(suspect.model());
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
