package socketlab.threaded;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** A virtual thread per client keeps the contract. */
class VirtualModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new VirtualModel().model();
    }
}
