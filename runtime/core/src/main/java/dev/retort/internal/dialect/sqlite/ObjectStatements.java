package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.List;

/** What each operation on another object than a table is in SQLite, where there is one. */
final class ObjectStatements implements ObjectOperation.Visitor<List<SqlStatement>> {

    private final Catalog catalog;

    ObjectStatements(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<SqlStatement> createView(CreateView operation) {
        if (operation.replace()) {
            return replaced(operation.view(), "IF EXISTS ");
        }
        SqlStatement created = ObjectText.view(operation.view(), operation.ifNotExists());
        return ShadowSchema.withoutStrings(catalog, List.of(created.sql()));
    }

    /** SQLite has no OR REPLACE. The triggers go with the view, and come again with the new one. */
    @Override
    public List<SqlStatement> replaceView(ReplaceView operation) {
        return replaced(operation.view(), "");
    }

    private List<SqlStatement> replaced(View view, String ifExists) {
        List<SqlStatement> statements = new ArrayList<>();
        SqlStatement created = ObjectText.view(view, false);
        statements.add(SqlStatement.of("DROP VIEW " + ifExists + Names.quote(view.name())));
        statements.add(created);
        SchemaRow.all(catalog).stream()
                .filter(object -> object.type().equals("trigger")
                        && object.belongsTo(view.name().name()))
                .forEach(trigger -> statements.add(SqlStatement.of(trigger.sql())));
        return statements;
    }

    @Override
    public List<SqlStatement> dropView(DropView operation) {
        if (operation.materialized()) {
            throw ObjectText.materialized();
        }
        String name = Names.unqualified(operation.view());
        List<SqlStatement> statements = new ArrayList<>(Dependents.drop(catalog, "view", name, operation.cascade()));
        statements.add(SqlStatement.of(
                "DROP VIEW " + (operation.ifExists() ? "IF EXISTS " : "") + Names.quote(operation.view())));
        return statements;
    }

    @Override
    public List<SqlStatement> refreshView(RefreshView operation) {
        throw Refusal.lacks(Capability.MATERIALIZED_VIEWS, "On SQLite a plain view is always fresh.");
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation) {
        throw noSequences();
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence operation) {
        throw noSequences();
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence operation) {
        throw noSequences();
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation) {
        throw noSequences();
    }

    @Override
    public List<SqlStatement> createExtension(CreateExtension operation) {
        throw Refusal.lacks(Capability.EXTENSIONS, "");
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation) {
        throw Refusal.lacks(Capability.EXTENSIONS, "");
    }

    @Override
    public List<SqlStatement> createSchema(CreateSchema operation) {
        throw Refusal.lacks(Capability.SCHEMAS, "");
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema operation) {
        throw Refusal.lacks(Capability.SCHEMAS, "");
    }

    @Override
    public List<SqlStatement> createRoutine(CreateRoutine operation) {
        throw Refusal.lacks(Capability.ROUTINES, "On SQLite a trigger holds its statements itself: body.");
    }

    @Override
    public List<SqlStatement> dropRoutine(DropRoutine operation) {
        throw Refusal.lacks(Capability.ROUTINES, "On SQLite a trigger holds its statements itself: body.");
    }

    @Override
    public List<SqlStatement> createTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        SqlStatement created = ObjectText.trigger(trigger, operation.ifNotExists());
        return operation.replace()
                ? List.of(SqlStatement.of("DROP TRIGGER IF EXISTS " + Names.quote(trigger.name())), created)
                : List.of(created);
    }

    @Override
    public List<SqlStatement> dropTrigger(DropTrigger operation) {
        Names.unqualified(operation.table());
        return one("DROP TRIGGER " + (operation.ifExists() ? "IF EXISTS " : "") + Names.quote(operation.trigger()));
    }

    private static RetortException noSequences() {
        return Refusal.lacks(
                Capability.SEQUENCES, "On SQLite a column numbers itself, identity: true or autoincrement: true.");
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
