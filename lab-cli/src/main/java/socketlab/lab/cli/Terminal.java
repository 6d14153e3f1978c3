package socketlab.lab.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** Whether a person is watching. Java's own Console speaks of input and output only, and the bar goes to stderr. */
final class Terminal {
    private static final int STDERR = 2;

    private Terminal() {}

    /** POSIX calls it {@code isatty}, Windows {@code _isatty}; where neither is found nobody is watching. */
    @SuppressWarnings("restricted")   // the manifest allows native access
    static boolean watchesStderr() {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("isatty").or(() -> linker.defaultLookup().find("_isatty")).map(isatty -> {
            try {
                return (int) linker.downcallHandle(isatty,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).invokeExact(STDERR) != 0;
            } catch (Throwable e) {
                throw new IllegalStateException("isatty failed", e);
            }
        }).orElse(false);
    }
}
