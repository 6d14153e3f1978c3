package socketlab.udp;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** A thread per peer keeps the contract. */
class UdpThreadedModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new UdpThreadedModel().model();
    }
}
