package socketlab.udp;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;

/** The model {@code udp}: one thread, one datagram at a time. */
public final class UdpModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("udp", "datagrams, one thread: one request at a time, but a silent client holds no other",
                EnumSet.noneOf(Trait.class), 1,
                (service, options) -> new UdpServer(service, options, "udp", InlineUdpRunner::new).start());
    }
}
