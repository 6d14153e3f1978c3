package socketlab.core.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import socketlab.core.house.Sources;

/** The real main sources of modules, compiled once more with at most one mutant in them, beside the classes in use. */
final class Compiled extends URLClassLoader {
    private final Path classes;

    private Compiled(Path classes) throws MalformedURLException {
        super(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
        this.classes = classes;
    }

    /** The mutant may be null: the sources as they are. */
    static Compiled from(List<Path> modules, Mutant mutant, Path classes) throws IOException {
        List<Source> units = modules.stream().flatMap(Sources::of).map(file -> Source.of(file, mutant)).toList();
        if (mutant != null && units.stream().noneMatch(unit -> unit.isNamed(mutant.file()))) {
            throw new AssertionError("'%s': there is no %s in %s".formatted(mutant.title(), mutant.file(), modules));
        }
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-d", classes.toString(), "-proc:none", "-nowarn",
                "-classpath", System.getProperty("java.class.path"));
        if (!compiler.getTask(complaints, null, null, options, null, units).call()) {
            throw new AssertionError("it does not compile:\n" + complaints);
        }
        return new Compiled(classes);
    }

    /** Child first: what was compiled here shadows what the class path has. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            boolean ours = Files.exists(classes.resolve(name.replace('.', '/') + ".class"));
            return ours ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(URI uri, String text) {
            super(uri, JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        static Source of(Path file, Mutant mutant) {
            boolean mutated = mutant != null && file.endsWith(mutant.file());
            return new Source(file.toUri(), mutated ? mutant.in(Sources.text(file)) : Sources.text(file));
        }

        boolean isNamed(String file) {
            return Path.of(uri).endsWith(file);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
