package socketlab.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What {@code --only} and {@code --quick} leave of all groups. */
final class Selection {
    private Selection() {}

    /**
     * Names of groups leave these groups; names of programs leave these programs and what they stand beside.
     *
     * @throws IllegalArgumentException with one line for a name that nobody has, or when nothing is left
     */
    static List<Work> of(List<Work> all, List<String> only, boolean quick) {
        Set<String> groups = new TreeSet<>();
        Set<String> programs = new TreeSet<>();
        for (String name : only) {
            if (all.stream().anyMatch(work -> work.name().equals(name))) {
                groups.add(name);
            } else if (contestants(all).anyMatch(one -> one.name().equals(name))) {
                programs.add(name);
            } else {
                throw new IllegalArgumentException("--only: no group or program is called '" + name + "'; groups: "
                        + String.join(", ", all.stream().map(Work::name).toList()) + "; programs: "
                        + String.join(", ", new LinkedHashSet<>(contestants(all).map(Contestant::name).toList())));
            }
        }
        List<Work> left = new ArrayList<>();
        for (Work work : all) {
            List<Contestant> some = work.contestants().stream().filter(one -> programs.isEmpty() ? !quick || one.inQuickRun()
                    : needed(work, programs).contains(one.name())).toList();
            boolean asked = groups.isEmpty() ? !quick || !programs.isEmpty() || work.inQuickRun() : groups.contains(work.name());
            if (asked && !some.isEmpty()) {
                left.add(work.with(some));
            }
        }
        if (left.isEmpty()) {
            throw new IllegalArgumentException("--only: none of these programs is in these groups");
        }
        return left;
    }

    /** These programs of a group, what they stand beside, and what that stands beside. */
    private static Set<String> needed(Work work, Set<String> programs) {
        Set<String> needed = new TreeSet<>();
        for (Contestant one : work.contestants().reversed()) {   // what a program stands beside comes before it
            if (programs.contains(one.name()) || needed.contains(one.name())) {
                needed.add(one.name());
                needed.add(one.beside());
            }
        }
        return needed;
    }

    private static Stream<Contestant> contestants(List<Work> all) {
        return all.stream().flatMap(work -> work.contestants().stream());
    }
}
