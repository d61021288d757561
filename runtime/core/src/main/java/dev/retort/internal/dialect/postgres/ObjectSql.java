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
import java.util.List;
import java.util.stream.Collectors;

/** Statements on the objects that the language has no operation for: domains, composite types and policies. */
final class ObjectSql {

    static final SchemaObject.Visitor<String> CREATE = new Create();
    static final SchemaObject.Visitor<String> DROP = new Drop();

    private ObjectSql() {}

    static String policy(Policy policy) {
        return "POLICY " + Identifiers.quote(policy.name()) + " ON " + Identifiers.quote(policy.table());
    }

    static String attribute(CompositeType.Attribute attribute) {
        return Identifiers.quote(attribute.name()) + " " + Types.sql(attribute.type())
                + Columns.collation(attribute.collation());
    }

    static String check(Constraint.Check check) {
        return Constraints.ofTable(check);
    }

    /** The others have operations of their own. */
    private abstract static class Special implements SchemaObject.Visitor<String> {

        @Override
        public String namespace(Namespace namespace) {
            throw operation(namespace);
        }

        @Override
        public String extension(Extension extension) {
            throw operation(extension);
        }

        @Override
        public String enumType(EnumType type) {
            throw operation(type);
        }

        @Override
        public String sequence(Sequence sequence) {
            throw operation(sequence);
        }

        @Override
        public String routine(Routine routine) {
            throw operation(routine);
        }

        @Override
        public String table(Table table) {
            throw operation(table);
        }

        @Override
        public String virtualTable(VirtualTable table) {
            throw operation(table);
        }

        @Override
        public String view(View view) {
            throw operation(view);
        }

        @Override
        public String trigger(Trigger trigger) {
            throw operation(trigger);
        }

        private static IllegalStateException operation(SchemaObject object) {
            return new IllegalStateException("there is an operation for the " + object.objectName());
        }
    }

    private static final class Create extends Special {

        @Override
        public String compositeType(CompositeType type) {
            String attributes =
                    type.attributes().stream().map(ObjectSql::attribute).collect(Collectors.joining(", "));
            return "CREATE TYPE " + Identifiers.quote(type.name()) + " AS (" + attributes + ")";
        }

        @Override
        public String domain(Domain domain) {
            String checks =
                    domain.checks().stream().map(check -> " " + check(check)).collect(Collectors.joining());
            return "CREATE DOMAIN " + Identifiers.quote(domain.name()) + " AS " + Types.sql(domain.type())
                    + Columns.collation(domain.collation())
                    + (domain.defaultValue() == null ? "" : " DEFAULT " + Columns.sql(domain.defaultValue()))
                    + (domain.nullable() ? "" : " NOT NULL")
                    + checks;
        }

        @Override
        public String policy(Policy policy) {
            List<String> roles = policy.roles();
            return "CREATE " + ObjectSql.policy(policy)
                    + (policy.permissive() ? "" : " AS RESTRICTIVE")
                    + " FOR " + policy.command()
                    + " TO " + roles.stream().map(Create::role).collect(Collectors.joining(", "))
                    + (policy.using() == null ? "" : " USING (" + policy.using() + ")")
                    + (policy.check() == null ? "" : " WITH CHECK (" + policy.check() + ")");
        }

        /** {@code public} means everybody, and is no role. */
        private static String role(String name) {
            return name.equals("public") ? name : Identifiers.quote(name);
        }
    }

    private static final class Drop extends Special {

        @Override
        public String compositeType(CompositeType type) {
            return "DROP TYPE " + Identifiers.quote(type.name());
        }

        @Override
        public String domain(Domain domain) {
            return "DROP DOMAIN " + Identifiers.quote(domain.name());
        }

        @Override
        public String policy(Policy policy) {
            return "DROP " + ObjectSql.policy(policy);
        }
    }
}
