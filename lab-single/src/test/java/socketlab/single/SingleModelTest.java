package socketlab.single;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** One thread keeps the contract. */
class SingleModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new SingleModel().model();
    }
}
