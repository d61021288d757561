package dev.retort.internal.sandbox.verify;

import groovy.lang.GroovyObject;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.codehaus.groovy.reflection.ClassInfo;
import org.jspecify.annotations.Nullable;

/**
 * The meta class of a class of a script, which Groovy makes for the first object of each class: by introspection, for
 * calls by name. A script is compiled to calls of methods, and asks for one of them at most; all others stay unmade,
 * which is a third of the time of a run of many small scripts.
 */
final class DeferredMetaClass implements InvocationHandler {

    private final Class<?> type;
    private @Nullable MetaClass created;

    private DeferredMetaClass(Class<?> type) {
        this.type = type;
    }

    /** To be called before there is an object of the class. */
    static void of(Class<?> type) {
        if (GroovyObject.class.isAssignableFrom(type) && !type.isInterface()) {
            MetaClass deferred = (MetaClass) Proxy.newProxyInstance(
                    DeferredMetaClass.class.getClassLoader(),
                    new Class<?>[] {MetaClass.class},
                    new DeferredMetaClass(type));
            ClassInfo.getClassInfo(type).setStrongMetaClass(deferred);
        }
    }

    private synchronized MetaClass created() {
        if (created == null) {
            MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
            MetaClass real = registry.getMetaClassCreationHandler().create(type, registry);
            real.initialize();
            created = real;
        }
        return created;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(created(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
