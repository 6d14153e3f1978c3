package socketlab.core.mutants;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Defines the classes of a model's modules once more, with those of a mutant in their midst, beside the classes in use.
 *
 * <p>All of them belong to this one loader, so that they refer to each other, the mutated ones included, and reach what
 * is package-private. The types of the seam stay the parent's, for the contract speaks to the model through them;
 * where a mutant changes a file of that package, that file's classes alone are defined here.
 */
final class SuspectLoader extends URLClassLoader {
    private static final String SEAM = "socketlab.core";

    private final Set<String> mutatedFiles;

    private SuspectLoader(URL[] folders, Set<String> mutatedFiles) {
        super(folders, SuspectLoader.class.getClassLoader());
        this.mutatedFiles = mutatedFiles;
    }

    /**
     * The sound classes where the folder is empty.
     *
     * @param mutant       the folder of the mutated classes, which come first
     * @param modules      the modules that make up the model
     * @param mutatedFiles every source file that some mutant changes, by its simple name, so that all are loaded alike
     */
    static SuspectLoader of(Path mutant, List<Path> modules, Set<String> mutatedFiles) throws MalformedURLException {
        URL[] folders = new URL[modules.size() + 1];
        folders[0] = mutant.toUri().toURL();
        for (int i = 0; i < modules.size(); i++) {
            folders[i + 1] = classes(modules.get(i)).toUri().toURL();
        }
        return new SuspectLoader(folders, mutatedFiles);
    }

    static Path classes(Path module) {
        return module.resolve("target/classes");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            boolean ours = !isSeam(name) && findResource(name.replace('.', '/') + ".class") != null;
            return ours ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    private boolean isSeam(String name) {
        int dot = name.lastIndexOf('.');
        String outermost = name.substring(dot + 1).split("\\$", 2)[0];
        return dot == SEAM.length() && name.startsWith(SEAM) && !mutatedFiles.contains(outermost + ".java");
    }
}
