package socketlab.single;

import socketlab.core.Next.Compute;
import socketlab.core.Next;

/** Where a model does CPU work: on the client's own thread, or on workers. */
@FunctionalInterface
public interface Computing {

    /** Does the work and asks what comes next, which is asked on the calling thread. */
    Next run(Compute<?> work) throws Exception;

    /** Ends the workers, where there are any; returns how many threads were joined. */
    default int close() throws InterruptedException {
        return 0;
    }
}
