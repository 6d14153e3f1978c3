package socketlab.report.classes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.compare.RunDifferences;
import socketlab.results.Run;

/**
 * The runs of a class that may be compared: those of the load and the settings that most of them have.
 *
 * @param apart by student, why the run is not among them
 */
record ComparableRuns(List<Submission> students, Map<String, String> apart) {

    /** From at least one run. */
    static ComparableRuns of(List<Submission> all) {
        Map<String, List<Submission>> byLoad = new LinkedHashMap<>();
        all.forEach(student -> byLoad.computeIfAbsent(RunDifferences.key(student.run()), key -> new ArrayList<>())
                .add(student));
        List<Submission> most = byLoad.values().stream().reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
        Run usual = most.getFirst().run();
        ComparableRuns together = new ComparableRuns(new ArrayList<>(), new LinkedHashMap<>());
        for (Submission student : all) {
            String reason = reason(student, usual, together.students);
            if (reason.isEmpty()) {
                together.students.add(student);
            } else {
                together.apart.put(student.name(), reason);
            }
        }
        return together;
    }

    private static String reason(Submission student, Run usual, List<Submission> before) {
        List<String> differences = new ArrayList<>(RunDifferences.load(student.run(), usual));
        differences.addAll(RunDifferences.settings(student.run(), usual));
        if (!differences.isEmpty()) {
            return "this run and most others differ: " + String.join("; ", differences);
        }
        if (student.run().incomplete()) {
            return "was interrupted";
        }
        return before.stream().filter(other -> other.run().started().equals(student.run().started())
                && other.run().models().equals(student.run().models())).findFirst()
                .map(other -> "is the same run as that of " + other.name()).orElse("");
    }
}
