package socketlab.lab.talk;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A way to say something to a server and to hear it; one thread says while another hears, and any may close. */
interface ChatChannel extends AutoCloseable {

    /** Where we are, as the server sees us. */
    InetSocketAddress here();

    void say(String message) throws IOException;

    /** The next message, which may have several lines; waits for it. Null: there will be no more. */
    String hear() throws IOException;

    /** We have said everything; what is still to be heard can be heard. */
    void finish() throws IOException;

    @Override
    void close();
}
