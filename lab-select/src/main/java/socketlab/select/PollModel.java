package socketlab.select;

import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;
import java.util.EnumSet;
import java.util.Optional;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** The model {@code poll}: the same loop over poll(2), which asks about every client every time. */
public final class PollModel implements ModelFactory {
    private static final String PROVIDER = "sun.nio.ch.PollSelectorProvider";

    @Override
    public Model model() {
        return new Model("poll", "the same event loop over poll, which looks at every client on every turn",
                EnumSet.allOf(Trait.class), Model.ALL, this::start);
    }

    private Server start(Service service, Options options) throws IOException {
        try {
            return SelectServer.start(service, options, "poll", provider());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IOException(missing().orElse("cannot use " + PROVIDER), e);
        }
    }

    /** The JDK has it and does not offer it: two selectors in one JVM are not what it is meant for. */
    private static SelectorProvider provider() throws ReflectiveOperationException {
        var constructor = Class.forName(PROVIDER).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (SelectorProvider) constructor.newInstance();
    }

    @Override
    public Optional<String> missing() {
        try {
            provider();
            return Optional.empty();
        } catch (ClassNotFoundException none) {
            return Optional.of("not on this system: this JDK has no poll selector");
        } catch (ReflectiveOperationException | RuntimeException closed) {
            return Optional.of("not on this system: java wants --add-opens java.base/sun.nio.ch=ALL-UNNAMED");
        }
    }
}
