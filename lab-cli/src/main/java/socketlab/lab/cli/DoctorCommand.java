package socketlab.lab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import socketlab.lab.machine.DoctorCheck;

/** {@code lab doctor}: what this machine allows. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = "What this machine allows: JDK, open files, ports, fonts, selectors, stolen time.")
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        DoctorCheck.all().forEach(found -> System.out.printf("%-4s %-12s %s%n", found.good() ? "ok" : "note",
                found.what(), found.finding()));
        return 0;
    }
}
