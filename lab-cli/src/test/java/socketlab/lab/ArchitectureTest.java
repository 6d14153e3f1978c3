package socketlab.lab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import socketlab.core.house.Sources;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.InputFile;

/** The house rules that a machine can check: which module and package may use which, and what things are called. */
class ArchitectureTest {
    private static final Path HOUSE = Path.of("..");
    private static final String OURS = "socketlab..";
    private static final int MOST_FIELDS = 8;

    /** All classes of all modules, tests left out. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("socketlab");

    /** A module, its packages, and the packages of other modules that it may use. */
    record Module(String name, String packages, String... mayUse) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Module> modules() {
        String seam = "socketlab.core..";
        return Stream.of(new Module("lab-core", seam),
                new Module("lab-services", "socketlab.services..", seam),
                new Module("lab-single", "socketlab.single..", seam),
                new Module("lab-threaded", "socketlab.threaded..", seam, "socketlab.single.."),
                new Module("lab-select", "socketlab.select..", seam),
                new Module("lab-udp", "socketlab.udp..", seam, "socketlab.single..", "socketlab.select.."),
                new Module("lab-results", "socketlab.results.."),
                new Module("load-client", "socketlab.load..", "socketlab.core", "socketlab.core.framing",
                        "socketlab.core.http", "socketlab.results.."),
                new Module("report", "socketlab.report..", "socketlab.results.."),
                new Module("bench", "socketlab.bench..", seam, "socketlab.services..", "socketlab.single..",
                        "socketlab.threaded..", "socketlab.select..", "socketlab.udp..", "socketlab.load.."),
                new Module("lab-cli", "socketlab.lab..", OURS));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyTheModulesBelowIt(Module module) {
        List<String> allowed = new ArrayList<>(List.of(module.mayUse()));
        allowed.add(module.packages());
        classes().that().resideInAPackage(module.packages()).should().onlyDependOnClassesThat(
                resideOutsideOfPackage(OURS).or(resideInAnyPackage(allowed.toArray(String[]::new))))
                .as(module.name() + " uses only the modules below it").check(CODE);
    }

    @Test
    void everyClassBelongsToAModule() {
        List<String> packages = modules().map(Module::packages).toList();
        classes().that().resideInAPackage(OURS).should().resideInAnyPackage(packages.toArray(String[]::new))
                .check(CODE);
    }

    /** The packages of one module, the lowest first; the module's own root package is written as an empty name. */
    record Layers(String root, List<String> lowestFirst) {
        String packageName(String layer) {
            return layer.isEmpty() ? root : root + "." + layer;
        }

        @Override
        public String toString() {
            return root;
        }
    }

    static Stream<Layers> layers() {
        return Stream.of(
                new Layers("socketlab.results", List.of("", "files", "statistics")),
                new Layers("socketlab.load", List.of("http", "log", "plan", "net", "loop", "chat")),
                new Layers("socketlab.report", List.of("text", "draw", "analysis", "prose", "charts", "kind", "page",
                        "compare", "classes", "bench", "")),
                new Layers("socketlab.lab", List.of("text", "machine", "plan", "judge", "server", "measure", "watch",
                        "script", "talk", "cli")));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aPackageUsesOnlyThePackagesBelowIt(Layers layers) {
        List<String> names = layers.lowestFirst();
        for (int i = 0; i + 1 < names.size(); i++) {
            String[] above = names.subList(i + 1, names.size()).stream().map(layers::packageName)
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(layers.packageName(names.get(i)))
                    .should().dependOnClassesThat().resideInAnyPackage(above).check(CODE);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyPackageHasItsPlaceInTheOrder(Layers layers) {
        Set<String> known = layers.lowestFirst().stream().map(layers::packageName).collect(Collectors.toSet());
        assertThat(CODE.stream().map(JavaClass::getPackageName)
                .filter(name -> name.equals(layers.root()) || name.startsWith(layers.root() + "."))).isSubsetOf(known);
    }

    @Test
    void noTopLevelTypeHasTheNameOfAnother() throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (Path file : sources("src/main/java", "src/test/java")) {
            packages.computeIfAbsent(typeName(file), name -> new TreeSet<>()).add(packageName(file));
        }
        packages.keySet().removeAll(Set.of("package-info", "module-info"));
        packages.values().removeIf(where -> where.size() == 1);
        assertThat(packages).isEmpty();
    }

    @Test
    void everyPackageSaysInOnePlaceWhatItIs() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path file : sources("src/main/java")) {
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) && !silent.contains(info)) {
                silent.add(info);
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noTypeIsAnImplOrAManager() {
        assertThat(ours().filter(type -> type.getSimpleName().matches(".*(Impl|Manager|Abstract|Utils?|Helper)([A-Z].*)?")))
                .isEmpty();
    }

    @Test
    void noMethodNameBeginsWithGet() {
        assertThat(methods(name -> name.matches("get[A-Z].*"))).isEmpty();
    }

    /** A record that is one row of a CSV file has as many fields as the file has columns. */
    private static final Set<String> ROWS = Set.of("socketlab.results.files.RequestRow",
            "socketlab.results.files.ServedRow");

    @Test
    void aRecordOfMoreThanEightFieldsIsARowOfACsvFile() {
        assertThat(ours().filter(type -> type.isRecord() && !ROWS.contains(type.getName())
                && type.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)).count()
                        > MOST_FIELDS).map(JavaClass::getName)).isEmpty();
    }

    /**
     * Names from before the code spoke the field's language. Those that the field uses as well, for something else,
     * are not here: a {@code Client} of a server, a chat {@code Member}.
     */
    private static final Set<String> OLD_TYPE_NAMES = Set.of(
            "Held", "Pace", "Duty", "Labour", "Full", "OneText", "Grace", "Catalogue", "Site", "Grammar", "Answers",
            "WallClock", "Names", "Passwords", "Identity", "Outbox", "Farewell", "Silence", "LateListener", "Visits",
            "Conversation", "Turns", "Resume", "Steps", "Place", "Inline", "OwnThread", "OnLoop", "Shared", "Clients",
            "Computing", "Inbox", "Door", "WrittenOut", "Mistakes", "Served", "Burning", "Neighbour", "Pieces", "Trial",
            "Fairness", "TroubleSettings", "Queueing", "Said", "Cells", "Tally", "Pairing", "Look", "Lettering", "Ruler",
            "Brush", "Picture", "Track", "Spread", "Dial", "Stretch", "Manner", "Reading", "ShareChart",
            "ClassroomChart", "Contender", "Duel", "Likeness", "Together", "Moment", "Asides", "Watcher", "StopSwitch",
            "Trouble", "Misfit", "Misfits", "MisfitClient", "Fate", "Stragglers", "Performance", "Contact",
            "Correspondence", "Alarm", "Party", "IdleCrowd", "Rehearsal", "Mirror", "Crowd", "Voice", "LetterVoice",
            "Ears", "Entrance", "Classroom", "Errand", "ErrandLog", "Errands", "Minutes", "Word", "Talk",
            "Numbering", "Remark", "Notice", "Heard", "OneOrder", "Spin", "Standstill", "Examination", "Pacing",
            "Troubles", "Judgement", "WatchedServer", "Serving", "Observed", "Lab", "Measured", "Firing", "Checked",
            "Chain", "Archive", "Target", "Desk", "Seat", "Pipe", "Mouth", "Me", "StreamWire", "DatagramWire", "Paint",
            "Secrets", "RoomOptions", "TroubleOptions", "CourseLines", "Outlet", "Wire", "Sitting", "Guest");

    @Test
    void noTypeHasANameThatTheFieldDoesNotUse() throws IOException {
        Set<String> types = ours().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        for (Path file : sources("src/main/java", "src/test/java")) {
            types.add(typeName(file));
        }
        types.retainAll(OLD_TYPE_NAMES);
        assertThat(types).isEmpty();
    }

    private static final Set<String> OLD_METHOD_NAMES = Set.of("carryOut", "settle", "stall", "owes", "parting", "deafen",
            "lookAway", "spoke", "heard", "hear", "seat", "turnAway", "tooSilent", "awaitNobody", "shown", "rehearsal",
            "hush", "obey", "sendAway", "apart", "lastWords", "nap", "forgo", "tell", "refuseWork", "staysIf",
            "quietLooks");

    @Test
    void noMethodHasANameThatTheFieldDoesNotUse() {
        assertThat(methods(OLD_METHOD_NAMES::contains)).isEmpty();
    }

    /** In the user's own language a number has other digits, or a comma: no program, server or file can read it. */
    @Test
    void noTextDependsOnTheLanguageOfTheSystem() {
        noClasses().should().callCodeUnitWhere(DescribedPredicate.describe("a text is made without Locale.ROOT",
                call -> followsTheSystemsLanguage(call.getTarget()))).check(CODE);
    }

    private static boolean followsTheSystemsLanguage(CodeUnitCallTarget called) {
        boolean writer = called.getOwner().isAssignableTo(PrintStream.class)
                || called.getOwner().isAssignableTo(PrintWriter.class);
        boolean text = called.getOwner().isEquivalentTo(String.class);
        boolean saysWhich = called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
        return called.getName().equals("formatted") || (!saysWhich && switch (called.getName()) {
            case "format" -> text || writer;
            case "printf" -> writer;
            case "ofPattern" -> called.getOwner().isEquivalentTo(DateTimeFormatter.class);
            case "toLowerCase", "toUpperCase" -> text;
            default -> false;
        });
    }

    private static final Set<String> WRITE = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter",
            "newByteChannel", "copy", "move");
    private static final Set<String> READ = Set.of("readAllBytes", "readString", "readAllLines", "lines", "newInputStream",
            "newBufferedReader", "mismatch");

    /** A folder of results may be somebody else's: a link in it leads anywhere, a pipe holds a reader for ever. */
    @Test
    void whatIsInAFolderOfResultsIsReadAndWrittenInOnePlaceEach() {
        noClasses().that().resideInAnyPackage("socketlab.results..", "socketlab.report..", "socketlab.lab.cli",
                "socketlab.lab.measure", "socketlab.lab.watch").and().doNotBelongToAnyOf(AtomicFile.class)
                .and(not(simpleName("StandardOutput")))   // a file descriptor
                .and(not(simpleName("ResultPrinter")))    // --json: written where the user says
                .should().callCodeUnitWhere(DescribedPredicate.describe("a file is written otherwise than by AtomicFile",
                        call -> isOneOf(call.getTarget(), WRITE))).check(CODE);
        noClasses().that().resideInAnyPackage("socketlab.results..", "socketlab.report..").and().doNotBelongToAnyOf(
                InputFile.class).should().callCodeUnitWhere(DescribedPredicate.describe(
                        "a file is read otherwise than by InputFile", call -> isOneOf(call.getTarget(), READ))).check(CODE);
    }

    private static boolean isOneOf(CodeUnitCallTarget called, Set<String> ofFiles) {
        String type = called.getOwner().getSimpleName();
        return called.getOwner().isEquivalentTo(Files.class) && ofFiles.contains(called.getName())
                || called.getName().equals("<init>") && Set.of("FileOutputStream", "FileInputStream", "FileWriter", "FileReader",
                        "RandomAccessFile").contains(type);
    }

    @Test
    void thePageQuotesTheMeasurementAsItIsAndNoFileIsTooLong() {
        Sources.isQuoted(Path.of("README.md"), Path.of("src/main/java/socketlab/lab/measure/Measurement.java"), "measure");
        Sources.noFileIsTooLong(Path.of(""));
    }

    /** Our own types, named ones; what JMH's annotation processor writes is not ours. */
    private static Stream<JavaClass> ours() {
        return CODE.stream().filter(type -> !type.isAnonymousClass() && !type.getPackageName().contains("jmh_generated"));
    }

    /** Methods that a class of ours declares by itself: what it overrides, another has named. */
    private static List<String> methods(Predicate<String> name) {
        return ours().flatMap(type -> type.getMethods().stream())
                .filter(method -> name.test(method.getName()) && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !overrides(method))
                .map(JavaMethod::getFullName).sorted().toList();
    }

    private static boolean overrides(JavaMethod method) {
        Method own = method.reflect();
        return supertypes(own.getDeclaringClass()).filter(type -> !type.getPackageName().startsWith("socketlab"))
                .anyMatch(type -> Stream.of(type.getDeclaredMethods()).anyMatch(
                        inherited -> inherited.getName().equals(own.getName())
                                && inherited.getParameterCount() == own.getParameterCount()));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }

    /** The Java files of every module, in these folders of theirs. */
    private static List<Path> sources(String... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> modules = Files.walk(HOUSE, 3)) {
            List<Path> roots = modules.filter(Files::isDirectory)
                    .filter(folder -> !HOUSE.relativize(folder).startsWith("results"))
                    .flatMap(folder -> Stream.of(folders).map(folder::resolve)).filter(Files::isDirectory).toList();
            for (Path root : roots) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                }
            }
        }
        assertThat(all).as("the sources were found").hasSizeGreaterThan(300);
        return all;
    }

    private static String typeName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String packageName(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("package "))
                .map(line -> line.replaceAll("package |;.*", "")).findFirst().orElseThrow();
    }
}
