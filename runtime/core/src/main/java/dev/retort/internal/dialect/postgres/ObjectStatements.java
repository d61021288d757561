package dev.retort.internal.dialect.postgres;

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
import java.util.List;

/** What each operation on another object than a table is in PostgreSQL's SQL. */
final class ObjectStatements implements ObjectOperation.Visitor<List<SqlStatement>> {

    @Override
    public List<SqlStatement> createView(CreateView operation) {
        return ViewStatements.create(operation);
    }

    @Override
    public List<SqlStatement> replaceView(ReplaceView operation) {
        return ViewStatements.replace(operation);
    }

    @Override
    public List<SqlStatement> dropView(DropView operation) {
        return one(ViewStatements.drop(operation));
    }

    @Override
    public List<SqlStatement> refreshView(RefreshView operation) {
        return one(ViewStatements.refresh(operation));
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation) {
        return one(SequenceStatements.create(operation));
    }

    @Override
    public List<SqlStatement> alterSequence(AlterSequence operation) {
        return one(SequenceStatements.alter(operation));
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence operation) {
        return one("ALTER SEQUENCE " + Identifiers.quote(operation.sequence()) + " RENAME TO "
                + Identifiers.quote(operation.newName()));
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation) {
        return one("DROP SEQUENCE " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.sequence())
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> createExtension(CreateExtension operation) {
        String schema = operation.options().schema();
        String version = operation.options().version();
        return one("CREATE EXTENSION " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + Identifiers.quote(operation.extension())
                + (schema == null ? "" : " SCHEMA " + Identifiers.quote(schema))
                + (version == null ? "" : " VERSION " + Values.quoted(version))
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation) {
        return one("DROP EXTENSION " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.extension())
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> createSchema(CreateSchema operation) {
        String owner = operation.owner();
        return one("CREATE SCHEMA " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                + Identifiers.quote(operation.schema())
                + (owner == null ? "" : " AUTHORIZATION " + Identifiers.quote(owner)));
    }

    @Override
    public List<SqlStatement> dropSchema(DropSchema operation) {
        return one("DROP SCHEMA " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.schema())
                + Clauses.cascade(operation.cascade()));
    }

    @Override
    public List<SqlStatement> createRoutine(CreateRoutine operation) {
        return RoutineStatements.create(operation);
    }

    @Override
    public List<SqlStatement> dropRoutine(DropRoutine operation) {
        return List.of(RoutineStatements.drop(operation));
    }

    @Override
    public List<SqlStatement> createTrigger(CreateTrigger operation) {
        return TriggerStatements.create(operation);
    }

    @Override
    public List<SqlStatement> dropTrigger(DropTrigger operation) {
        return one(TriggerStatements.drop(operation));
    }

    private static List<SqlStatement> one(String sql) {
        return List.of(SqlStatement.of(sql));
    }
}
