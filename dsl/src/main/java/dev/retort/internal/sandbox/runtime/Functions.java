package dev.retort.internal.sandbox.runtime;

import groovy.lang.Closure;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A closure where an interface with one method is wanted. */
final class Functions {

    private Functions() {}

    /** @param conversion of what the closure returns to what the method returns */
    static Object of(
            Closure<?> closure, Class<?> type, BiFunction<@Nullable Object, Class<?>, @Nullable Object> conversion) {
        List<Method> open = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> !ofObject(method))
                .toList();
        if (open.stream().map(Method::getName).distinct().count() != 1) {
            throw new ClassCastException(
                    "A closure does not become a " + type.getTypeName() + ", which has not exactly one method.");
        }
        ClassLoader loader =
                type.getClassLoader() instanceof Confined script ? script.proxies() : type.getClassLoader();
        return Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Handler(closure, conversion));
    }

    private static boolean ofObject(Method method) {
        return switch (method.getName()) {
            case "equals" -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
            case "hashCode", "toString" -> method.getParameterCount() == 0;
            default -> false;
        };
    }

    private record Handler(Closure<?> closure, BiFunction<@Nullable Object, Class<?>, @Nullable Object> conversion)
            implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (ofObject(method)) {
                return switch (method.getName()) {
                    case "equals" -> arguments != null && proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "a closure";
                };
            } else if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            Object result = arguments == null ? closure.call() : closure.call(arguments);
            return method.getReturnType() == void.class ? null : conversion.apply(result, method.getReturnType());
        }
    }
}
