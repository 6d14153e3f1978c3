package socketlab.udp;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** An event loop over one channel keeps the contract. */
class UdpSelectModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new UdpSelectModel().model();
    }
}
