package socketlab.schedules;

import java.lang.instrument.Instrumentation;
import java.util.List;
import org.pastalab.fray.instrumentation.base.ApplicationCodeTransformer;

/**
 * Tells Fray of every field that our classes read or write. Its own agent tells it of volatile ones only, and then a lock
 * that is missing around plain ones is not noticed.
 */
public final class FieldAgent {
    private FieldAgent() {}

    /** Called by the JVM before {@code main}. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ApplicationCodeTransformer(true, List.of()));
    }
}
