package dev.retort.internal.testkit.jupiter;

import dev.retort.internal.testkit.OpenDatabases;
import dev.retort.testkit.Migrated;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives parameters and fields their databases, and drops them after the test or the class that has them. */
public final class MigratedExtension
        implements ParameterResolver, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(MigratedExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        fill(context, context.getRequiredTestClass(), null);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getRequiredTestInstances().getAllInstances().forEach(test -> fill(context, test.getClass(), test));
    }

    private static void fill(ExtensionContext context, Class<?> type, @Nullable Object test) {
        for (Field field : AnnotationSupport.findAnnotatedFields(type, Migrated.class)) {
            if (Modifier.isStatic(field.getModifiers()) == (test == null)) {
                opened(context).fill(field, test);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Migrated.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Migrated migrated = parameter
                .findAnnotation(Migrated.class)
                .orElseThrow(() -> new IllegalStateException("a parameter that was not supported: " + parameter));
        return opened(context)
                .open(
                        migrated,
                        parameter.getParameter().getType(),
                        "the parameter " + parameter.getParameter().getName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened(context).close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        opened(context).close();
    }

    /** A context sees what those around it keep: each has a name of its own for what is only its own. */
    private static OpenDatabases opened(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(context.getUniqueId(), id -> new OpenDatabases(), OpenDatabases.class);
    }
}
