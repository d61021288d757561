package dev.retort.sandbox;

import java.util.HashMap;
import java.util.Map;

/** Holds the classes of one script, and lets go of them with it. */
final class ScriptClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    ScriptClassLoader(String script, ClassLoader parent, Map<String, byte[]> classes) {
        super(script, parent);
        this.classes = new HashMap<>(classes);
    }

    @Override
    protected synchronized Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.remove(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
