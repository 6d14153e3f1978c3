package socketlab.single;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;

/** The model {@code single}: one thread, one client at a time. */
public final class SingleModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("single", "one thread, one client at a time; the rest wait in the accept queue",
                EnumSet.of(Trait.STREAM, Trait.RELIABLE_ORDER, Trait.SEES_CLOSE), 1,
                (service, options) -> SingleServer.start(service, options, Thread.ofPlatform().name("single").factory(), 1));
    }
}
