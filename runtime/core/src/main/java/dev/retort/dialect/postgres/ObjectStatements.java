package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlStatement;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateExtension;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.ObjectOperation;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.ReplaceView;
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
