package socketlab.lab.server;

/** A server has ended before it listened, and has not told why. */
public final class ServerCrashException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ServerCrash crash;

    ServerCrashException(ServerCrash crash) {
        super(crash.text());
        this.crash = crash;
    }

    /** How it ended. */
    public ServerCrash crash() {
        return crash;
    }
}
