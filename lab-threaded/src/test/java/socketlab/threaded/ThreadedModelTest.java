package socketlab.threaded;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** A thread per client keeps the contract. */
class ThreadedModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new ThreadedModel().model();
    }
}
