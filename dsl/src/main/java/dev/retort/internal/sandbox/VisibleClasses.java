package dev.retort.internal.sandbox;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every script's class loader: Java, Groovy and the words of the language. The runtime around, its
 * libraries and the application it is embedded in are not there.
 */
final class VisibleClasses extends ClassLoader {

    private static final List<String> PREFIXES = List.of(
            "groovy.",
            "org.apache.groovy.",
            "org.codehaus.groovy.",
            "groovyjarjar",
            "org.jspecify.",
            "dev.retort.RetortException",
            "dev.retort.internal.operation.",
            "dev.retort.internal.schema.",
            "dev.retort.internal.script.");

    private final ClassLoader source;

    VisibleClasses(ClassLoader source) {
        super("retort-language", ClassLoader.getPlatformClassLoader());
        this.source = source;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isOurs(name)) {
            throw new ClassNotFoundException(name);
        }
        return source.loadClass(name);
    }

    /** Where the class is that would be found under the name; it is not loaded. */
    @Nullable
    URL classFile(String name) {
        String file = name.replace('.', '/') + ".class";
        URL found = getParent().getResource(file);
        return found == null && isOurs(name) ? source.getResource(file) : found;
    }

    private static boolean isOurs(String name) {
        return PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** None: the compiler must not find transformations, extensions or sources anywhere. */
    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }
}
