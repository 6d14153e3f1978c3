package socketlab.threaded;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** Four threads keep the contract. */
class PoolOfFourModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new PoolModel().create("4");
    }
}
