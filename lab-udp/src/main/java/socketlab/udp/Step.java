package socketlab.udp;

/** One stretch of a peer's service, with code in it that is somebody else's. */
@FunctionalInterface
interface Step {

    /** True: it goes on. */
    boolean run() throws Exception;
}
