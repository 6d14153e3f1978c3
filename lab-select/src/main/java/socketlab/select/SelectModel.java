package socketlab.select;

import java.nio.channels.spi.SelectorProvider;
import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;

/** The model {@code select}: one thread and the platform's own selector, which is epoll on Linux. */
public final class SelectModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("select", "one thread, every client: an event loop; waiting is a timer",
                EnumSet.allOf(Trait.class), Model.ALL,
                (service, options) -> SelectServer.start(service, options, "select", SelectorProvider.provider()));
    }
}
