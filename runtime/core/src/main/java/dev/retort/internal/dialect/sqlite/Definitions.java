package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables, columns, constraints and indexes as SQL. Comments are documentation, and SQLite has no place for them: they
 * are accepted and not kept.
 */
final class Definitions {

    /** The name of the check that makes a text column an enumeration goes on with the name of the type. */
    static final String ENUM_CHECK = "enum_";

    private Definitions() {}

    /** The columns of its primary key hold no nulls. */
    static String createTable(Table table, boolean ifNotExists) {
        return createTable(table, ifNotExists, column -> column(table, column));
    }

    /** Whether a column holds nulls is as the table says it, whatever its primary key is. */
    static String createTableAsItIs(Table table) {
        boolean strict = table.options().strict();
        return createTable(table, false, column -> column(column, strict, List.of()));
    }

    private static String createTable(Table table, boolean ifNotExists, Function<Column, String> definition) {
        Table.Options options = table.options();
        refuseUnknownOptions(options);
        List<String> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            elements.add(definition.apply(column));
        }
        for (Constraint constraint : table.constraints()) {
            if (!isInline(table, constraint)) {
                elements.add(constraint(constraint));
            }
        }
        return "CREATE " + (options.temporary() ? "TEMPORARY " : "") + "TABLE " + (ifNotExists ? "IF NOT EXISTS " : "")
                + Names.quote(table.name()) + " (\n    " + String.join(",\n    ", elements) + "\n)" + tail(options);
    }

    private static void refuseUnknownOptions(Table.Options options) {
        Refusal.lacks(options.unlogged(), Capability.UNLOGGED_TABLES, "unlogged");
        Refusal.lacks(options.onCommit() != null, Capability.EMPTIED_TEMPORARY_TABLES, "onCommit");
        Refusal.lacks(options.partitionBy() != null, Capability.PARTITIONS, "partitionBy");
        Refusal.lacks(options.partitionOf() != null, Capability.PARTITIONS, "partitionOf");
        Refusal.lacks(!options.inherits().isEmpty(), Capability.INHERITANCE, "inherits");
        refuseStorage(options.storage());
    }

    private static void refuseStorage(@Nullable Storage storage) {
        if (storage != null) {
            Refusal.lacks(!storage.parameters().isEmpty(), Capability.STORAGE_PARAMETERS, "with");
            Refusal.lacks(storage.tablespace() != null, Capability.TABLESPACES, "tablespace");
        }
    }

    private static void refuseSpecial(@Nullable UnderlyingIndex index) {
        if (index != null) {
            Refusal.lacks(!index.include().isEmpty(), Capability.CONSTRAINT_INCLUDES, "include");
            Refusal.lacks(index.existing() != null, Capability.CONSTRAINT_INDEXES, "usingIndex");
            refuseStorage(index.storage());
        }
    }

    private static String tail(Table.Options options) {
        List<String> words = new ArrayList<>();
        if (options.strict()) {
            words.add("STRICT");
        }
        if (options.withoutRowid()) {
            words.add("WITHOUT ROWID");
        }
        return words.isEmpty() ? "" : " " + String.join(", ", words);
    }

    /** AUTOINCREMENT is allowed at the column only, so its primary key stands there. */
    private static boolean isInline(Table table, Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey key
                && key.columns().size() == 1
                && table.columns().stream()
                        .anyMatch(column -> column.autoincrement()
                                && Names.same(column.name(), key.columns().get(0)));
    }

    private static String column(Table table, Column column) {
        Constraint.PrimaryKey key = table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .filter(each -> each.columns().stream().anyMatch(name -> Names.same(name, column.name())))
                .findFirst()
                .orElse(null);
        if (isNumbered(column)) {
            List<Constraint> inline = key != null && column.autoincrement() ? List.of(key) : List.of();
            return column(
                    rowidAlias(column, key, table.options().withoutRowid()),
                    table.options().strict(),
                    inline);
        }
        // A primary key of SQLite's may hold nulls unless it is told otherwise.
        Column kept = key == null || column.generated() != null ? column : column.withNullable(false);
        return column(kept, table.options().strict(), List.of());
    }

    private static boolean isNumbered(Column column) {
        return column.identity() != null || column.autoincrement() || ColumnType.isSerial(column.type());
    }

    /** The one column SQLite numbers is the alias of the rowid, and only the very word INTEGER makes it that. */
    private static Column rowidAlias(Column column, Constraint.@Nullable PrimaryKey key, boolean withoutRowid) {
        if (key == null || key.columns().size() != 1 || !Types.holdsIntegers(column.type()) || withoutRowid) {
            throw Refusal.of(
                    "SQLite numbers only a column that is an integer primary key by itself, in a table with rowid; \""
                            + column.name() + "\" is not.",
                    "Make \"" + column.name()
                            + "\" the primary key, or take identity: or autoincrement: away, and write integer for serial.");
        }
        Identity identity = column.identity();
        if (identity != null && !(isOne(identity.start()) && isOne(identity.increment()))) {
            throw Refusal.lacks(Capability.STEPPED_IDENTITY, "Leave start and increment out.");
        } else if (identity != null) {
            Refusal.lacks(identity.min() != null, Capability.LIMITED_IDENTITY, "min");
            Refusal.lacks(identity.max() != null, Capability.LIMITED_IDENTITY, "max");
            Refusal.lacks(identity.cache() != null, Capability.CACHED_IDENTITY, "cache");
            Refusal.lacks(identity.cycle(), Capability.CYCLING_IDENTITY, "cycle");
        }
        return column.withType(ColumnType.Simple.INTEGER).withNullable(false).withIdentity(null);
    }

    /** A column that comes to a table later, with the constraints that come with it. */
    static String addedColumn(Column column, List<Constraint> constraints, TableText table) {
        Constraint.PrimaryKey key = constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst()
                .orElse(null);
        Column added = isNumbered(column)
                ? rowidAlias(column, key, table.withoutRowid())
                : key != null ? column.withNullable(false) : column;
        return column(added, table.strict(), constraints);
    }

    private static boolean isOne(@Nullable Long number) {
        return number == null || number == 1;
    }

    /**
     * @param inline constraints of this column alone, to stand with it
     */
    static String column(Column column, boolean strict, List<Constraint> inline) {
        Refusal.lacks(column.storage() != null, Capability.COLUMN_STORAGE, "storage");
        Refusal.lacks(column.compression() != null, Capability.COLUMN_COMPRESSION, "compression");
        StringBuilder sql = new StringBuilder(Names.quote(column.name()));
        String type = type(column.type(), strict);
        sql.append(type.isEmpty() ? "" : " " + type);
        sql.append(column.collation() == null ? "" : " COLLATE " + Names.quote(column.collation()));
        sql.append(column.nullable() ? "" : " NOT NULL" + onConflict(column.onConflict()));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(Expressions.defaultClause(column.defaultValue()));
        }
        Generated generated = column.generated();
        if (generated != null) {
            sql.append(" GENERATED ALWAYS AS (")
                    .append(generated.expression())
                    .append(") ")
                    .append(generated.stored() ? "STORED" : "VIRTUAL");
        }
        String check = enumCheck(column.name(), column.type());
        sql.append(check == null ? "" : " " + check);
        for (Constraint constraint : inline) {
            sql.append(' ').append(inline(constraint, column.autoincrement()));
        }
        return sql.toString();
    }

    static String type(ColumnType type, boolean strict) {
        return type.accept(strict ? StrictTypes.STRICT : Types.ORDINARY);
    }

    /** The check that makes a text an enumeration; null for every other type. */
    static @Nullable String enumCheck(String column, ColumnType type) {
        if (!(type instanceof ColumnType.Enumeration enumeration)) {
            return null;
        }
        String values = enumeration.values().stream().map(Values::literal).collect(Collectors.joining(", "));
        return "CONSTRAINT " + Names.quote(ENUM_CHECK + Names.unqualified(enumeration.name())) + " CHECK ("
                + Names.quote(column) + " IN (" + values + "))";
    }

    private static String inline(Constraint constraint, boolean autoincrement) {
        return named(constraint) + constraint.accept(new ConstraintText(true, autoincrement));
    }

    /** As it stands behind the columns of a table. */
    static String constraint(Constraint constraint) {
        return named(constraint) + constraint.accept(new ConstraintText(false, false));
    }

    private static String named(Constraint constraint) {
        String name = constraint.name();
        return name == null ? "" : "CONSTRAINT " + Names.quote(name) + " ";
    }

    static String index(Index index, boolean ifNotExists) {
        if (index.method() != null && !index.method().equalsIgnoreCase("btree")) {
            throw Refusal.lacks(Capability.INDEX_METHODS, "Leave the method out.");
        }
        if (!index.include().isEmpty()) {
            throw Refusal.lacks(Capability.INDEX_INCLUDES, "Leave include out, or add the columns to the index.");
        }
        refuseNullsNotDistinct(index.nullsNotDistinct());
        refuseStorage(index.storage());
        String elements = index.elements().stream().map(Definitions::element).collect(Collectors.joining(", "));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + (ifNotExists ? "IF NOT EXISTS " : "")
                + Names.quote(index.name()) + " ON " + Names.quote(index.table()) + " (" + elements + ")"
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    /** As it stands between the brackets of an index. */
    static String element(Index.Element element) {
        if (!(element instanceof Index.Element.ColumnName column)) {
            return ((Index.Element.Expression) element).sql();
        }
        String order = column.order();
        Refusal.lacks(column.operatorClass() != null, Capability.OPERATOR_CLASSES, "ops");
        Refusal.lacks(order != null && order.contains("NULLS"), Capability.NULLS_ORDER, "NULLS FIRST and NULLS LAST");
        return Names.quote(column.name())
                + (column.collation() == null ? "" : " COLLATE " + Names.quote(column.collation()))
                + (order == null ? "" : " " + order);
    }

    private static String onConflict(@Nullable String action) {
        return action == null ? "" : " ON CONFLICT " + action;
    }

    private static void refuseNullsNotDistinct(boolean asked) {
        if (asked) {
            throw Refusal.lacks(Capability.NULLS_NOT_DISTINCT, "Index an expression: coalesce(column, '').");
        }
    }

    /** The constraint without its name. NOT VALID says nothing here: a rebuild checks every row anyway. */
    private record ConstraintText(boolean inline, boolean autoincrement) implements Constraint.Visitor<String> {

        @Override
        public String primaryKey(Constraint.PrimaryKey key) {
            refuseSpecial(key.index());
            refuseDeferral(Capability.DEFERRABLE_PRIMARY_KEYS, key.deferral());
            return "PRIMARY KEY" + columns(key.columns()) + onConflict(key.onConflict())
                    + (autoincrement ? " AUTOINCREMENT" : "");
        }

        @Override
        public String foreignKey(Constraint.ForeignKey key) {
            if (key.match() != null && !key.match().equalsIgnoreCase("SIMPLE")) {
                throw Refusal.lacks(Capability.FOREIGN_KEY_MATCH, "Leave match out, or add a check constraint.");
            }
            Refusal.lacks(!key.onDeleteColumns().isEmpty(), Capability.FOREIGN_KEY_COLUMNS, "the columns of onDelete");
            Refusal.lacks(key.notEnforced(), Capability.UNENFORCED_FOREIGN_KEYS, "notEnforced");
            String references = "REFERENCES " + Names.quote(key.referencedTable())
                    + (key.referencedColumns().isEmpty() ? "" : " (" + Names.quoted(key.referencedColumns()) + ")")
                    + (key.onDelete() == null ? "" : " ON DELETE " + key.onDelete())
                    + (key.onUpdate() == null ? "" : " ON UPDATE " + key.onUpdate())
                    + switch (key.deferral()) {
                        case NOT_DEFERRABLE -> "";
                        case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
                        case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                    };
            return inline ? references : "FOREIGN KEY" + columns(key.columns()) + " " + references;
        }

        @Override
        public String unique(Constraint.Unique unique) {
            refuseNullsNotDistinct(unique.nullsNotDistinct());
            refuseSpecial(unique.index());
            refuseDeferral(Capability.DEFERRABLE_UNIQUE_CONSTRAINTS, unique.deferral());
            return "UNIQUE" + columns(unique.columns()) + onConflict(unique.onConflict());
        }

        @Override
        public String check(Constraint.Check check) {
            Refusal.lacks(check.noInherit(), Capability.INHERITANCE, "noInherit");
            Refusal.lacks(check.notEnforced(), Capability.UNENFORCED_CONSTRAINTS, "notEnforced");
            return "CHECK (" + check.condition() + ")";
        }

        @Override
        public String exclude(Constraint.Exclude exclude) {
            throw Refusal.lacks(
                    Capability.EXCLUSION_CONSTRAINTS, "Write a trigger that raises an error, with execute.");
        }

        private static void refuseDeferral(Capability later, Deferral deferral) {
            Refusal.lacks(deferral != Deferral.NOT_DEFERRABLE, later, "deferrable");
        }

        private String columns(List<String> names) {
            return inline ? "" : " (" + Names.quoted(Objects.requireNonNull(names)) + ")";
        }
    }
}
