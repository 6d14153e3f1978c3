package socketlab.core.mutants;

import java.time.Duration;
import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** The contract as a mutant meets it: impatient, because it is meant to fail. */
final class SuspectContract extends ModelContract {
    private static volatile Model suspect;

    static void suspect(Model model) {
        suspect = model;
    }

    @Override
    protected Model model() {
        return suspect;
    }

    @Override
    protected Duration patience() {
        return Duration.ofMillis(1500);
    }
}
