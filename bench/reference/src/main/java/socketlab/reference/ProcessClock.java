package socketlab.reference;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time of another process, in nanoseconds, from Linux: the clock of the process ({@code clock_gettime}, POSIX.1-2024) for all its threads, those that
 * have ended too, and {@code /proc/PID/task/TID/schedstat} for the threads of the JVM's compilers.
 */
final class ProcessClock {
    private static final int CPUCLOCK_SCHED = 2;   // linux/posix-timers.h: a clock of a process counts what the scheduler saw

    private ProcessClock() {}

    /** Of all its threads; throws an {@link IOException} when the process has ended. */
    static long cpuNanos(long pid) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(2 * Long.BYTES, Long.BYTES);   // seconds, nanoseconds
            int clock = (int) ~pid << 3 | CPUCLOCK_SCHED;
            if ((int) Lazy.CLOCK_GETTIME.invokeExact(clock, time) != 0) {
                throw new IOException("process " + pid + " has ended");
            }
            return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000_000_000 + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new AssertionError("a function of the C library throws nothing", impossible);
        }
    }

    /** Of the threads in which a JVM compiles; 0 for any other program, and after the process has ended. */
    static long compilerNanos(long pid) {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
            for (Path thread : threads) {
                nanos += Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\n") ? schedNanos(thread) : 0;
            }
        } catch (IOException ended) {
            return nanos;   // the process or one of its threads
        }
        return nanos;
    }

    private static long schedNanos(Path thread) throws IOException {
        return Long.parseLong(Files.readAllLines(thread.resolve("schedstat")).getFirst().split(" ")[0]);
    }

    /** Looked up when it is first needed: tests run where there is no Linux. */
    private static final class Lazy {
        @SuppressWarnings("restricted")   // lab.jar's manifest enables native access, and so does the script lab
        private static final MethodHandle CLOCK_GETTIME = Linker.nativeLinker().downcallHandle(
                Linker.nativeLinker().defaultLookup().find("clock_gettime").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }
}
