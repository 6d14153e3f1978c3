package socketlab.core.mutants;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import socketlab.core.house.Sources;

/** The classes of one source file with a mutant in it, compiled once, against the sound classes around them. */
public final class MutantCompiler {
    private static final int LINKED_BY_OTHERS = ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED | ClassFile.ACC_STATIC;

    private MutantCompiler() {}

    /** Writes the class files into a folder that is empty; the modules are folders with sources and {@code target/classes}. */
    public static void into(Path folder, List<Path> modules, Mutant mutant) throws IOException {
        Path module = moduleOf(mutant, modules);
        Path file = sourcesOf(module, mutant).getFirst();
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        // No sources but this one, wherever they lie: what is not compiled here comes from the class path as it is.
        List<String> options = List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-implicit:none",
                "-sourcepath", folder.toString(), "-classpath", System.getProperty("java.class.path"));
        Source source = new Source(file.toUri(), mutant.in(Sources.text(file)));
        if (!compiler.getTask(complaints, null, null, options, null, List.of(source)).call()) {
            throw new AssertionError("it does not compile:\n" + complaints);
        }
        offersTheSame(folder, SuspectLoader.classes(module), mutant);
    }

    private static Path moduleOf(Mutant mutant, List<Path> modules) {
        List<Path> found = modules.stream().filter(module -> !sourcesOf(module, mutant).isEmpty()).toList();
        if (found.size() != 1 || sourcesOf(found.getFirst(), mutant).size() != 1) {
            throw new AssertionError("'%s': there must be one %s in %s".formatted(mutant.title(), mutant.file(), modules));
        }
        return found.getFirst();
    }

    private static List<Path> sourcesOf(Path module, Mutant mutant) {
        return Sources.of(module).filter(file -> file.endsWith(mutant.file())).toList();
    }

    /**
     * Other classes are not compiled again, so they must find what they were compiled against, or the mutant would be
     * caught by an error in linking. That includes the values of constants, which other classes have copied.
     */
    private static void offersTheSame(Path mutated, Path sound, Mutant mutant) throws IOException {
        try (Stream<Path> files = Files.walk(mutated)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path before = sound.resolve(mutated.relativize(file));
                if (Files.exists(before) && !file.getFileName().toString().matches(".*\\$\\d.*")) {
                    assertThat(offers(file)).as("'%s': what other classes link to in %s".formatted(mutant.title(), file))
                            .containsAll(offers(before));
                }
            }
        }
    }

    private static Set<String> offers(Path file) {
        ClassModel model;
        try {
            model = ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream<String> methods = model.methods().stream().filter(method -> !method.flags().has(AccessFlag.PRIVATE))
                .map(MutantCompiler::offer);
        Stream<String> fields = model.fields().stream().filter(field -> !field.flags().has(AccessFlag.PRIVATE))
                .map(MutantCompiler::offer);
        return Stream.concat(methods, fields).collect(toSet());
    }

    private static String offer(MethodModel method) {
        return "%x %s%s".formatted(method.flags().flagsMask() & LINKED_BY_OTHERS, method.methodName().stringValue(),
                method.methodType().stringValue());
    }

    private static String offer(FieldModel field) {
        String constant = field.findAttribute(Attributes.constantValue())
                .map(value -> " = " + value.constant().constantValue()).orElse("");
        return "%x %s %s%s".formatted(field.flags().flagsMask() & LINKED_BY_OTHERS, field.fieldType().stringValue(),
                field.fieldName().stringValue(), constant);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(URI uri, String text) {
            super(uri, JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
