package socketlab.lab.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import socketlab.lab.machine.DoctorCheck;

/** {@code lab doctor}: checks this machine. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = "Check this machine: JDK, open files, ports, fonts, selector, stolen time.")
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        DoctorCheck.all().forEach(check -> System.out.printf(Locale.ROOT, "%-4s %-12s %s%n", check.good() ? "ok" : "note",
                check.what(), check.finding()));
        return 0;
    }
}
