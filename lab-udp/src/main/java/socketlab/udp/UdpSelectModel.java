package socketlab.udp;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;

/** The model {@code udp-select}: one thread for every peer, an event loop over one channel. */
public final class UdpSelectModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("udp-select", "datagrams, an event loop; waiting is a timer",
                EnumSet.of(Trait.CONCURRENT), Model.ALL,
                (service, options) -> new UdpSelectServer(service, options).start());
    }
}
