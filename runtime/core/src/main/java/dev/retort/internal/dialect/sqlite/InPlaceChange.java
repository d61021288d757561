package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.sql.SqlToken;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One change of a table by {@code ALTER TABLE} or without touching it; empty where only a rebuild can make it. */
final class InPlaceChange extends TableChangeVisitor<Optional<List<String>>> {

    private final TableText text;

    InPlaceChange(ShadowSchema scratch, String table) {
        super(scratch, table);
        this.text = scratch.objects().stream()
                .filter(object -> object.isTable(table))
                .map(object -> TableText.parse(object.sql()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    Optional<List<String>> nothing() {
        return Optional.of(List.of());
    }

    @Override
    Optional<List<String>> addColumnHere(AddColumn operation) {
        Column column = operation.column();
        if (operation.ifNotExists() && text.column(column.name()).isPresent()) {
            return nothing();
        }
        if (!canBeAdded(operation)) {
            return Optional.empty();
        }
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TABLE " + Names.quote(table) + " ADD COLUMN "
                + Definitions.addedColumn(column, operation.constraints(), text));
        if (operation.index() != null) {
            statements.add(Definitions.index(operation.index(), false));
        }
        return Optional.of(statements);
    }

    /** See https://sqlite.org/lang_altertable.html#alter_table_add_column. */
    static boolean canBeAdded(AddColumn operation) {
        Column column = operation.column();
        DefaultValue value = column.defaultValue();
        boolean ordinary = column.generated() == null && column.identity() == null && !column.autoincrement();
        return ordinary
                && operation.place() == null
                && (value == null || Expressions.isConstant(value))
                && operation.constraints().stream()
                        .allMatch(constraint ->
                                constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
    }

    @Override
    Optional<List<String>> dropColumnHere(DropColumn operation) {
        if (text.column(operation.column()).isEmpty()) {
            return operation.ifExists() ? nothing() : Optional.empty();
        }
        String sql = "ALTER TABLE " + Names.quote(table) + " DROP COLUMN " + Names.quote(operation.column());
        try {
            if (!scratch.mentions(table, operation.column()).isOnly(table)) {
                return Optional.empty();
            }
            scratch.mark("attempt");
            try {
                scratch.execute(sql);
            } finally {
                scratch.back("attempt");
                scratch.execute("RELEASE attempt");
            }
            return Optional.of(List.of(sql));
        } catch (SQLException e) {
            // What stands in the way is looked at by the rebuild, which can do more and says more.
            return Optional.empty();
        }
    }

    @Override
    Optional<List<String>> alterColumnHere(AlterColumn operation) {
        ColumnChange to = operation.to();
        Refusal.lacks(to.identity() != null, Capability.LATER_IDENTITY, "identity");
        if (operation.place() != null) {
            return Optional.empty();
        }
        if (to.type() != null || to.nullable() != null || to.defaultValue() != null || to.using() != null) {
            return Optional.empty();
        }
        return to.newName() == null
                ? nothing()
                : Optional.of(List.of(renameColumn(table, operation.column(), to.newName())));
    }

    static String renameColumn(String table, String from, String to) {
        return "ALTER TABLE " + Names.quote(table) + " RENAME COLUMN " + Names.quote(from) + " TO " + Names.quote(to);
    }

    @Override
    Optional<List<String>> addConstraintHere(AddConstraint operation) {
        return Optional.empty();
    }

    @Override
    Optional<List<String>> dropConstraintHere(DropConstraint operation) {
        ConstraintNames names = new ConstraintNames(table, text);
        boolean missing = !names.has(names.settled(operation).constraint());
        return operation.ifExists() && missing ? nothing() : Optional.empty();
    }

    @Override
    Optional<List<String>> renameConstraintHere(RenameConstraint operation) {
        return Optional.empty();
    }

    /** No constraint is without being valid here; only that there is one is to be looked at. */
    @Override
    Optional<List<String>> validateConstraintHere(ValidateConstraint operation) {
        return new ConstraintNames(table, text).has(operation.constraint()) ? nothing() : Optional.empty();
    }

    @Override
    Optional<List<String>> createIndexHere(CreateIndex operation) {
        return Optional.of(List.of(Definitions.index(operation.index(), operation.ifNotExists())));
    }

    @Override
    public Optional<List<String>> dropIndex(DropIndex operation) {
        return Optional.of(List.of(dropIndexText(operation)));
    }

    static String dropIndexText(DropIndex operation) {
        return "DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "") + Names.quote(operation.index());
    }

    @Override
    public Optional<List<String>> renameIndex(RenameIndex operation) {
        return Optional.of(renameIndex(operation, scratch.objects()));
    }

    /** SQLite renames no index, so it is made again from its own text. */
    static List<String> renameIndex(RenameIndex operation, List<SchemaRow> objects) {
        String name = Names.unqualified(operation.index());
        List<SchemaRow> indexes =
                objects.stream().filter(object -> object.type().equals("index")).toList();
        SchemaRow index = indexes.stream()
                .filter(object -> Names.same(object.name(), name))
                .findFirst()
                .orElseThrow(() ->
                        noIndex(name, indexes.stream().map(SchemaRow::name).toList()));
        return List.of("DROP INDEX " + Names.quote(index.name()), renamed(index.sql(), operation.newName()));
    }

    static RuntimeException noIndex(String name, List<String> indexes) {
        return Refusal.of(
                "There is no index \"" + name + "\".",
                Suggestion.didYouMean(name, indexes).orElse(null));
    }

    /** {@code CREATE [UNIQUE] INDEX name ON …} with another name. */
    static String renamed(String sql, String newName) {
        List<SqlToken> tokens = Names.tokens(sql);
        int at = 0;
        while (!tokens.get(at).isWord("INDEX")) {
            at++;
        }
        SqlToken old = tokens.get(at + 1);
        return sql.substring(0, old.start()) + Names.quote(newName) + sql.substring(old.end());
    }
}
