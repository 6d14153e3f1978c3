package socketlab.select;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** {@code poll} keeps every promise. */
class PollContractTest extends ModelContract {
    @Override
    protected Model model() {
        return new PollModel().model();
    }
}
