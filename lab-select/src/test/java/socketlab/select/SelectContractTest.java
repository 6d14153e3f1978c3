package socketlab.select;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** {@code select} keeps every promise. */
class SelectContractTest extends ModelContract {
    @Override
    protected Model model() {
        return new SelectModel().model();
    }
}
