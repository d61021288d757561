package dev.retort.internal.sandbox.verify;

import dev.retort.internal.sandbox.runtime.Confined;
import dev.retort.internal.sandbox.runtime.Guard;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Links the classes of one script to each other and to what the allow-list names; anything else is not there. */
final class UnitLoader extends ClassLoader implements Confined {

    /**
     * What the JVM itself looks up to link a lambda or a record, and Java 17 for a method that is often called by
     * reflection, as Groovy calls closures.
     */
    private static final Set<String> LINKAGE = Set.of(
            "java.lang.invoke.CallSite",
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles$Lookup",
            "java.lang.invoke.MethodType",
            "java.lang.invoke.TypeDescriptor",
            "java.lang.runtime.ObjectMethods",
            "jdk.internal.reflect.ConstructorAccessorImpl",
            "jdk.internal.reflect.MethodAccessorImpl");

    private final Map<String, byte[]> classes;
    private final ClassLoader parent;
    private final AllowList allowed;
    private final Guard guard;
    private final ClassLoader proxies = new Proxies(this);

    UnitLoader(Map<String, byte[]> classes, ClassLoader parent, AllowList allowed, Guard guard) {
        super("retort-script", null);
        this.classes = classes;
        this.parent = parent;
        this.allowed = allowed;
        this.guard = guard;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public ClassLoader proxies() {
        return proxies;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = classes.get(name);
            if (bytes != null) {
                Class<?> defined = defineClass(name, bytes, 0, bytes.length);
                DeferredMetaClass.of(defined);
                return defined;
            } else if (name.startsWith("dev.retort.internal.sandbox.runtime.")) {
                return Class.forName(name, false, UnitLoader.class.getClassLoader());
            } else if (allowed.links(name.replace('.', '/')) || LINKAGE.contains(name)) {
                return Class.forName(name, false, parent);
            }
            throw new ClassNotFoundException(name + " is closed to migrations");
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }

    /** A proxy needs reflection, which the loader of a script does not show. */
    private static final class Proxies extends ClassLoader {
        private final ClassLoader script;

        Proxies(ClassLoader script) {
            super("retort-proxy", UnitLoader.class.getClassLoader());
            this.script = script;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return script.loadClass(name);
        }
    }
}
