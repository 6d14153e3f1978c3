package socketlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of a class that may be compared: those of the load and the settings that most of them have.
 *
 * @param apart by student, why the run is not among them
 */
record Together(List<Student> students, Map<String, String> apart) {

    /** From at least one run. */
    static Together of(List<Student> all) {
        Map<String, List<Student>> byLoad = new LinkedHashMap<>();
        all.forEach(student -> byLoad.computeIfAbsent(Likeness.key(student.run()), key -> new ArrayList<>())
                .add(student));
        List<Student> most = byLoad.values().stream().reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
        Run usual = most.getFirst().run();
        Together together = new Together(new ArrayList<>(), new LinkedHashMap<>());
        for (Student student : all) {
            String reason = reason(student, usual, together.students);
            if (reason.isEmpty()) {
                together.students.add(student);
            } else {
                together.apart.put(student.name(), reason);
            }
        }
        return together;
    }

    private static String reason(Student student, Run usual, List<Student> before) {
        List<String> differences = new ArrayList<>(Likeness.load(student.run(), usual));
        differences.addAll(Likeness.settings(student.run(), usual));
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
