package socketlab.core.mutants;

import java.time.Duration;
import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** The contract, run against the classes as they are and against each mutant. */
final class SuspectContract extends ModelContract {
    private static volatile Model suspect;
    private static volatile Duration patience;

    static void suspect(Model model, Duration patience) {
        SuspectContract.suspect = model;
        SuspectContract.patience = patience;
    }

    @Override
    protected Model model() {
        return suspect;
    }

    @Override
    protected Duration patience() {
        return patience;
    }
}
