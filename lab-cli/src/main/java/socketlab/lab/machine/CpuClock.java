package socketlab.lab.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;
import oshi.software.os.OSProcess;

/**
 * The CPU time of a process. Linux keeps a clock for every process and reads it in nanoseconds: {@code
 * clock_getcpuclockid} and {@code clock_gettime} of POSIX.1-2024. Other systems give ticks, of 10 ms as a rule, which
 * are too coarse for a round of a tenth of a second.
 */
public final class CpuClock {
    private static final MethodHandle CLOCK_OF_PROCESS = function("clock_getcpuclockid");
    private static final MethodHandle TIME = function("clock_gettime");
    private static final long TIMESPEC_BYTES = 2 * ValueLayout.JAVA_LONG.byteSize();   // seconds, nanoseconds

    private final OSProcess process;
    private final OptionalInt clock;

    /** The clock of this process; what follows stays possible where the process has ended. */
    public CpuClock(OSProcess process) {
        this.process = process;
        this.clock = clockOf(process.getProcessID());
    }

    /**
     * CPU time of all its threads, of the system in its name too, since it started, in milliseconds. Without a clock of
     * its own: as of the last {@link OSProcess#updateAttributes}.
     */
    public double millis() {
        double nanos = clock.isPresent() ? nanos(clock.getAsInt()) : -1;
        return nanos < 0 ? process.getUserTime() + process.getKernelTime() : nanos / 1e6;
    }

    /** Both functions take a number and a pointer, and give 0 for success; null where the system has no such function. */
    @SuppressWarnings("restricted")   // lab.jar's manifest enables native access
    private static MethodHandle function(String name) {
        SymbolLookup library = Linker.nativeLinker().defaultLookup();
        return ValueLayout.ADDRESS.byteSize() != Long.BYTES ? null : library.find(name)
                .map(address -> Linker.nativeLinker().downcallHandle(address,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)))
                .orElse(null);
    }

    private static OptionalInt clockOf(int pid) {
        if (CLOCK_OF_PROCESS == null || TIME == null) {
            return OptionalInt.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment id = arena.allocate(ValueLayout.JAVA_INT);
            return call(CLOCK_OF_PROCESS, pid, id) == 0 ? OptionalInt.of(id.get(ValueLayout.JAVA_INT, 0)) : OptionalInt.empty();
        }
    }

    /** -1: the process has ended. */
    private static double nanos(int clock) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(TIMESPEC_BYTES, ValueLayout.JAVA_LONG.byteAlignment());
            return call(TIME, clock, time) != 0 ? -1
                    : time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1e9 + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
        }
    }

    private static int call(MethodHandle function, int number, MemorySegment result) {
        try {
            return (int) function.invokeExact(number, result);
        } catch (Throwable impossible) {
            throw new AssertionError("a function of the C library throws nothing", impossible);
        }
    }
}
