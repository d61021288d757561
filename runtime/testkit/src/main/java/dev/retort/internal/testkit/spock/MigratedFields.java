package dev.retort.internal.testkit.spock;

import dev.retort.internal.testkit.OpenDatabases;
import dev.retort.testkit.Migrated;
import org.spockframework.runtime.extension.IGlobalExtension;
import org.spockframework.runtime.extension.IMethodInvocation;
import org.spockframework.runtime.extension.IStore.Namespace;
import org.spockframework.runtime.model.FieldInfo;
import org.spockframework.runtime.model.SpecInfo;

/**
 * Gives fields of specifications their databases. Spock closes what is kept in its store after the iteration, or after the
 * specification where a field is shared; and finds this extension as a service.
 */
public final class MigratedFields implements IGlobalExtension {

    private static final Namespace NAMESPACE = Namespace.create(MigratedFields.class);

    @Override
    public void visitSpec(SpecInfo spec) {
        for (FieldInfo field : spec.getAllFields()) {
            if (!field.isAnnotationPresent(Migrated.class)) {
                continue;
            }
            if (field.isShared()) {
                spec.addSharedInitializerInterceptor(invocation -> {
                    fill(field, invocation, invocation.getSharedInstance());
                    invocation.proceed();
                });
            } else {
                spec.addInitializerInterceptor(invocation -> {
                    fill(field, invocation, invocation.getInstance());
                    invocation.proceed();
                });
            }
        }
    }

    private static void fill(FieldInfo field, IMethodInvocation invocation, Object instance) {
        OpenDatabases opened = invocation
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(field, name -> new OpenDatabases(), OpenDatabases.class);
        String place = "the field " + field.getParent().getName() + "." + field.getName();
        field.writeValue(instance, opened.open(field.getAnnotation(Migrated.class), field.getType(), place));
    }
}
