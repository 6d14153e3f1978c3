package socketlab.lab.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** Tells whether stderr is a terminal. Java's own Console knows of stdin and stdout only; the progress bar goes to stderr. */
final class Terminal {
    private static final int STDERR = 2;

    private Terminal() {}

    /** POSIX has {@code isatty}, Windows {@code _isatty}; where neither is found: false. */
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
