package socketlab.core;

import java.time.Duration;
import java.util.Optional;
import socketlab.core.framing.Framings;

/**
 * What a user may ask of a service; each takes what concerns it.
 *
 * @param delay      how long it waits before it answers
 * @param onRequest  {@code sleep} waits for a first message instead of starting when the client connects
 * @param tag        {@code echo} puts the name of the serving thread before the message
 * @param framing    the framing's name, where it is not to be the service's own
 * @param maxMessage bytes in one message
 */
public record ServiceOptions(Duration delay, boolean onRequest, boolean tag, Optional<String> framing, int maxMessage) {

    public static ServiceOptions delay(Duration delay) {
        return new ServiceOptions(delay, false, false, Optional.empty(), Options.defaults().maxMessage());
    }

    /** The same, waiting for a first message. */
    public ServiceOptions startingOnRequest() {
        return new ServiceOptions(delay, true, tag, framing, maxMessage);
    }

    /** The framing that was asked for, or else the one named here. */
    public Framing framingOr(String usual) {
        return Framings.named(framing.orElse(usual), maxMessage);
    }
}
