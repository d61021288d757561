package dev.retort.internal.fold;

import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.Optional;
import java.util.stream.Stream;

/** The schema at one place of a script. Names are looked up as the database compares them. */
public final class SchemaAt {

    private final WorkingSchema schema;
    private final Schema value;

    public SchemaAt(Schema value, FoldingRules rules) {
        this.value = value;
        this.schema = new WorkingSchema(value, rules);
    }

    public Schema value() {
        return value;
    }

    public FoldingRules rules() {
        return schema.rules;
    }

    /** The table, where there is one for certain or perhaps. */
    public Optional<Table> table(QualifiedName name) {
        return schema.find(ObjectKind.TABLE, name, Table.class);
    }

    /** The table, where there is one for certain. */
    public Optional<Table> certainTable(QualifiedName name) {
        return table(name).filter(found -> schema.isCertain(ObjectKind.TABLE, name));
    }

    public Optional<View> view(QualifiedName name) {
        return schema.find(ObjectKind.VIEW, name, View.class);
    }

    public Optional<EnumType> enumType(QualifiedName name) {
        return schema.find(ObjectKind.ENUM_TYPE, name, EnumType.class);
    }

    public Stream<Table> tables() {
        return value.tables();
    }

    public boolean same(QualifiedName name, QualifiedName other) {
        return schema.same(name, other);
    }

    public boolean same(String name, String other) {
        return schema.rules.same(name, other);
    }

    /** The index of this name; one without a table of its own belongs to the table that has it. */
    public Optional<Index> index(QualifiedName name) {
        return value.tables()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> same(new QualifiedName(index.table().schema(), index.name()), name))
                .findFirst();
    }
}
