package dev.retort.internal.sandbox.runtime;

import groovy.lang.MetaClass;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/** What the Groovy compiler puts into classes without being asked, done without what a script could misuse. */
public final class GroovyIntrinsics {

    private GroovyIntrinsics() {}

    /** The body of {@code getMetaClass}, whatever it was. */
    public static MetaClass metaClass(Object object) {
        return InvokerHelper.getMetaClass(object.getClass());
    }

    /** How an enum picks the constructor of a constant; of no class but the script's. */
    public static int selectConstructorAndTransformArguments(Object[] arguments, int constructors, Class<?> type) {
        if (!Confined.wrote(type)) {
            throw new IllegalArgumentException("A migration cannot call a constructor of " + type.getTypeName() + ".");
        }
        try {
            return ScriptBytecodeAdapter.selectConstructorAndTransformArguments(arguments, constructors, type);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException("no constructor of " + type.getTypeName() + " fits", e);
        }
    }

    /** The named arguments of an enum's constants; the compiler gives none that need a check. */
    public static void checkPropNames(Object constant, Map<String, Object> names) {
        if (names == null) {
            throw new IllegalArgumentException("a constant without names");
        }
    }

    /** What {@code [*: map]} begins with. */
    public static Object invokeStaticMethod0(Class<?> sender, Class<?> type, String name) {
        if (type == java.util.Collections.class && name.equals("emptyMap")) {
            return new LinkedHashMap<>();
        }
        throw new IllegalArgumentException("A migration cannot call " + name + " by name.");
    }
}
