package socketlab.threaded;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** Two threads keep the contract. */
class PoolOfTwoModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new PoolModel().create("2");
    }
}
