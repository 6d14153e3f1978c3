package socketlab.lab.plan;

import socketlab.core.Options;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;

/**
 * What a server of ours serves, where and how; the same for every model.
 *
 * @param options how it listens, and its limits; port 0 takes a free one
 */
public record ServerSetup(ServiceFactory service, ServiceOptions serviceOptions, Options options) {}
