package socketlab.lab.server;

import java.io.IOException;
import java.net.BindException;
import java.util.Optional;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Text;
import socketlab.lab.text.LabException;

/** A server to be: which model, serving what, where and how. */
public record ServerPlan(Model model, ServiceFactory service, ServiceOptions serviceOptions, Options options) {

    /** What the service has to say about being open to other machines; nothing where it is not. */
    public Optional<String> warning() {
        return options.bind().getAddress().isLoopbackAddress() ? Optional.empty() : service.warning();
    }

    /** One line: what failed, where, and where it was the port, what to do instead. */
    LabException cannotStart(IOException e) {
        String where = Text.plain(options.bind());
        String what = e instanceof BindException
                ? "cannot listen on %s: %s; choose another --port (0: any free one) or --host"
                : "cannot serve on %s: %s";
        return new LabException(what.formatted(where, e.getMessage()), e);
    }
}
