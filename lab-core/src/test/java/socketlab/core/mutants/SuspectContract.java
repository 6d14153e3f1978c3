package socketlab.core.mutants;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** The contract as a mutant meets it, and the model as it is before that. */
final class SuspectContract extends ModelContract {
    private static volatile Model suspect;

    static void suspect(Model model) {
        SuspectContract.suspect = model;
    }

    @Override
    protected Model model() {
        return suspect;
    }
}
