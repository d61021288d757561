package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.CompositeType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Domain;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Extension;
import dev.retort.internal.schema.Namespace;
import dev.retort.internal.schema.Policy;
import dev.retort.internal.schema.Routine;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.schema.VirtualTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Changes an object in place by SQL; nothing where it has to be dropped and created. */
record ObjectChange(SchemaObject to) implements SchemaObject.Visitor<List<String>> {

    @Override
    public List<String> extension(Extension extension) {
        String version = ((Extension) to).version();
        return List.of("ALTER EXTENSION " + Identifiers.quote(extension.name()) + " UPDATE"
                + (version == null ? "" : " TO " + Values.quoted(version)));
    }

    @Override
    public List<String> compositeType(CompositeType from) {
        CompositeType wanted = (CompositeType) to;
        String alter = "ALTER TYPE " + Identifiers.quote(from.name()) + " ";
        List<String> statements = new ArrayList<>();
        for (CompositeType.Attribute attribute : wanted.attributes()) {
            Optional<CompositeType.Attribute> old = find(from, attribute.name());
            if (old.isEmpty()) {
                statements.add(alter + "ADD ATTRIBUTE " + ObjectSql.attribute(attribute));
            } else if (!old.get().equals(attribute)) {
                statements.add(alter + "ALTER ATTRIBUTE " + Identifiers.quote(attribute.name()) + " TYPE "
                        + Types.sql(attribute.type()) + Columns.collation(attribute.collation()));
            }
        }
        for (CompositeType.Attribute attribute : from.attributes()) {
            if (find(wanted, attribute.name()).isEmpty()) {
                statements.add(alter + "DROP ATTRIBUTE " + Identifiers.quote(attribute.name()));
            }
        }
        return statements;
    }

    private static Optional<CompositeType.Attribute> find(CompositeType type, String name) {
        return type.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /** The type of a domain cannot be changed. */
    @Override
    public List<String> domain(Domain from) {
        Domain wanted = (Domain) to;
        if (!from.type().equals(wanted.type()) || !Objects.equals(from.collation(), wanted.collation())) {
            return List.of();
        }
        String alter = "ALTER DOMAIN " + Identifiers.quote(from.name()) + " ";
        List<String> statements = new ArrayList<>();
        for (Constraint.Check check : from.checks()) {
            if (!wanted.checks().contains(check)) {
                statements.add(alter + "DROP CONSTRAINT " + Identifiers.quote(Objects.requireNonNull(check.name())));
            }
        }
        if (!Objects.equals(from.defaultValue(), wanted.defaultValue())) {
            statements.add(alter
                    + (wanted.defaultValue() == null
                            ? "DROP DEFAULT"
                            : "SET DEFAULT " + Columns.sql(wanted.defaultValue())));
        }
        if (from.nullable() != wanted.nullable()) {
            statements.add(alter + (wanted.nullable() ? "DROP" : "SET") + " NOT NULL");
        }
        for (Constraint.Check check : wanted.checks()) {
            if (!from.checks().contains(check)) {
                statements.add(alter + "ADD " + ObjectSql.check(check));
            }
        }
        return statements;
    }

    @Override
    public List<String> namespace(Namespace namespace) {
        return List.of();
    }

    @Override
    public List<String> enumType(EnumType type) {
        return List.of();
    }

    @Override
    public List<String> sequence(Sequence sequence) {
        return List.of();
    }

    @Override
    public List<String> routine(Routine routine) {
        return List.of();
    }

    @Override
    public List<String> table(Table table) {
        return List.of();
    }

    @Override
    public List<String> virtualTable(VirtualTable table) {
        return List.of();
    }

    @Override
    public List<String> view(View view) {
        return List.of();
    }

    @Override
    public List<String> trigger(Trigger trigger) {
        return List.of();
    }

    @Override
    public List<String> policy(Policy policy) {
        return List.of();
    }
}
