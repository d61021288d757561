package dev.retort.internal.jpa.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;

/**
 * The foreign keys and unique constraints that Hibernate adds to a table that is there, where it does not where a table cannot be
 * altered so: it creates none of them then, which the entities do not mean.
 */
final class LeftOutKeys {

    private final Metadata metadata;
    private final Dialect dialect;
    private final SqlStringGenerationContext context;

    LeftOutKeys(Metadata metadata, Map<String, Object> settings) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.context = SqlStringGenerationContextImpl.fromConfigurationMap(
                metadata.getDatabase().getJdbcEnvironment(), metadata.getDatabase(), settings);
    }

    /** As statements that a schema is read from; the database itself would not run them. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (!dialect.hasAlterTable()) {
            for (Table table : metadata.collectTableMappings()) {
                if (table.isPhysicalTable()) {
                    table.getUniqueKeys().values().forEach(key -> unique(table, key, statements));
                    table.getForeignKeys().values().forEach(key -> foreign(table, key, statements));
                }
            }
        }
        return statements;
    }

    private void unique(Table table, UniqueKey key, List<String> statements) {
        // Of a single column, it is part of the column already, but for its name.
        if (key.getColumnSpan() > 1 || key.isNameExplicit()) {
            statements.add(added(table, key.getName()) + "unique (" + names(key.getColumns()) + ")");
        }
    }

    private void foreign(Table table, ForeignKey key, List<String> statements) {
        if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
            List<Column> referenced = key.isReferenceToPrimaryKey()
                    ? key.getReferencedTable().getPrimaryKey().getColumns()
                    : key.getReferencedColumns();
            OnDeleteAction action = key.getOnDeleteAction();
            boolean acts = action != null && action != OnDeleteAction.NO_ACTION;
            statements.add(added(table, key.getName()) + "foreign key (" + names(key.getColumns()) + ") references "
                    + name(key.getReferencedTable()) + " (" + names(referenced) + ")"
                    + (acts ? " on delete " + action.toSqlString() : ""));
        }
    }

    private String added(Table table, String name) {
        return "alter table " + name(table) + " add constraint " + dialect.quote(name) + " ";
    }

    private String name(Table table) {
        return context.format(table.getQualifiedTableName());
    }

    private String names(List<Column> columns) {
        return columns.stream().map(column -> column.getQuotedName(dialect)).collect(Collectors.joining(", "));
    }
}
