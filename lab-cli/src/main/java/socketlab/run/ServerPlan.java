package socketlab.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Text;

/** A server to be: which model, serving what, where and how. */
public record ServerPlan(Model model, ServiceFactory service, ServiceOptions serviceOptions, Options options) {

    /** What the service has to say about being open to other machines; nothing where it is not. */
    public Optional<String> warning() {
        return options.bind().getAddress().isLoopbackAddress() ? Optional.empty() : service.warning();
    }

    /** One line: what failed, where, what to do instead. */
    public LabException cannotListen(IOException e) {
        InetSocketAddress bind = options.bind();
        return new LabException("cannot listen on %s: %s; choose another with --port (0: any free port)".formatted(
                Text.plain(bind), e.getMessage()), e);
    }
}
