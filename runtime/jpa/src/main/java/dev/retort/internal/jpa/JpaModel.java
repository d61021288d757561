package dev.retort.internal.jpa;

import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.target.ModelContext;
import dev.retort.internal.target.SchemaModel;
import java.util.Set;

/** The entities of JPA as Hibernate understands them: what it would create, read as any other SQL is. */
public final class JpaModel implements SchemaModel {

    @Override
    public String name() {
        return "jpa";
    }

    /** What Hibernate creates besides, a type or a schema, is added where it is missing. */
    @Override
    public Set<ObjectKind> kinds() {
        return Set.of(ObjectKind.TABLE, ObjectKind.SEQUENCE);
    }

    @Override
    public Schema read(ModelContext context) {
        JpaSettings settings = JpaSettings.of(context);
        try (ModelClasses classes = ModelClasses.of(settings)) {
            EntityDdl.Request request = new EntityRequests(settings, classes.loader()).request(context.dialect());
            return new DdlSchema(context.dialect().folding()).of(classes.statements(request));
        }
    }
}
