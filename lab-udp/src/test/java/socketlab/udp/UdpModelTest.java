package socketlab.udp;

import socketlab.core.Model;
import socketlab.core.contract.ModelContract;

/** One thread, one datagram at a time, keeps the contract. */
class UdpModelTest extends ModelContract {
    @Override
    protected Model model() {
        return new UdpModel().model();
    }
}
