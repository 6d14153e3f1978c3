package socketlab.lab.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the system knows of our three standard streams and Java does not: which one is a terminal, how wide it is, and
 * whether it is ours or the shell has put us into the background. Where the system has no such function: no, and 80.
 */
final class Terminal {
    static final int STDIN = 0;
    static final int STDOUT = 1;
    static final int STDERR = 2;

    private static final int USUAL_COLUMNS = 80;
    private static final long TIOCGWINSZ = System.getProperty("os.name").startsWith("Mac") ? 0x40087468L : 0x5413L;

    private static final int SIGTTIN = 21;   // on Linux as on macOS
    private static final int SIGTTOU = 22;
    private static final long SIG_IGN = 1;

    private Terminal() {}

    /** Whether this stream is a terminal. POSIX has {@code isatty}, Windows {@code _isatty}. */
    static boolean is(int stream) {
        return function("isatty", 1).or(() -> function("_isatty", 1)).map(isatty -> call(isatty, stream)).orElse(0) != 0;
    }

    /**
     * Whether stdin is a terminal that belongs to another job, as after {@code lab serve ... &}: whoever reads from it or
     * changes it is stopped (SIGTTIN, SIGTTOU).
     */
    static boolean isInBackground() {
        int foreground = function("tcgetpgrp", 1).map(tcgetpgrp -> call(tcgetpgrp, STDIN)).orElse(-1);
        return foreground > 0 && foreground != function("getpgrp", 0).map(Terminal::call).orElse(foreground);
    }

    /**
     * From now on a read from the terminal fails while we are in the background, and changing it succeeds; by default both
     * stop the whole process.
     */
    static void ignoreBackgroundStops() {
        boolean hasJobs = function("tcgetpgrp", 1).isPresent();   // on Windows these numbers are other signals
        Linker.nativeLinker().defaultLookup().find("signal").filter(_ -> hasJobs).ifPresent(signal -> {
            MethodHandle handle = handle(signal, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT,
                    ValueLayout.JAVA_LONG));
            call(handle, SIGTTIN, SIG_IGN);
            call(handle, SIGTTOU, SIG_IGN);
        });
    }

    /** Columns of the terminal that this stream is. */
    static int columns(int stream) {
        Optional<MemorySegment> ioctl = Linker.nativeLinker().defaultLookup().find("ioctl");
        if (ioctl.isEmpty() || !is(stream)) {
            return USUAL_COLUMNS;
        }
        MethodHandle handle = handle(ioctl.get(), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Linker.Option.firstVariadicArg(2));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment rowsAndColumns = arena.allocate(ValueLayout.JAVA_SHORT, 4);
            int failed = call(handle, stream, TIOCGWINSZ, rowsAndColumns);
            int columns = rowsAndColumns.getAtIndex(ValueLayout.JAVA_SHORT, 1);
            return failed != 0 || columns <= 0 ? USUAL_COLUMNS : columns;
        }
    }

    private static Optional<MethodHandle> function(String name, int integers) {
        ValueLayout[] arguments = new ValueLayout[integers];
        Arrays.fill(arguments, ValueLayout.JAVA_INT);
        return Linker.nativeLinker().defaultLookup().find(name)
                .map(address -> handle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments)));
    }

    @SuppressWarnings("restricted")   // the manifest allows native access
    private static MethodHandle handle(MemorySegment function, FunctionDescriptor type, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(function, type, options);
    }

    private static int call(MethodHandle function, Object... arguments) {
        try {
            return ((Number) function.invokeWithArguments(arguments)).intValue();
        } catch (Throwable e) {
            throw new IllegalStateException("a function of the system failed", e);
        }
    }
}
