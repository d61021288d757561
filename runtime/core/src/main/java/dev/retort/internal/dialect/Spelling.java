package dev.retort.internal.dialect;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlSyntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How operations, names and values are written as SQL. */
public abstract class Spelling {

    public abstract SqlSyntax syntax();

    /**
     * What one operation is here, in the order it is to be run. Never touches the database but through the catalog.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where this database cannot do it; the sentence says
     *     which one can, or what to write instead
     */
    public final List<SqlStatement> statements(Operation operation, Catalog catalog) {
        return operation instanceof Work work ? work.accept(new WorkSql(this)) : spelled(operation, catalog);
    }

    /** The same for everything but the engine's {@link Work}. */
    protected abstract List<SqlStatement> spelled(Operation operation, Catalog catalog);

    /** The statements that an author wrote, with their values bound. */
    protected abstract List<SqlStatement> authors(Execute operation);

    /** A backfill as one statement; a run goes by batches. */
    protected abstract SqlStatement whole(Backfill operation);

    /** What the engine's work is as SQL, where it has none that goes by parts. */
    private record WorkSql(Spelling spelling) implements Work.Visitor<List<SqlStatement>> {

        @Override
        public List<SqlStatement> execute(Execute operation) {
            return spelling.authors(operation);
        }

        @Override
        public List<SqlStatement> executeFile(ExecuteFile operation) {
            throw new IllegalStateException("the statements of " + operation.file() + " are made one by one");
        }

        @Override
        public List<SqlStatement> bulkInsert(BulkInsert operation) {
            throw new IllegalStateException("rows are loaded into " + operation.table() + " by handfuls");
        }

        @Override
        public List<SqlStatement> backfill(Backfill operation) {
            return List.of(spelling.whole(operation));
        }
    }

    /**
     * Refuses what this database cannot do whatever it holds; what only a look at it can tell passes.
     *
     * @return the statements, where they can be told without that look
     * @throws dev.retort.RetortException as {@link #statements} does
     */
    public List<SqlStatement> check(Operation operation) {
        try {
            return statements(operation, new Nowhere());
        } catch (Unseen e) {
            // That is for the run to see.
            return List.of();
        }
    }

    /**
     * Refuses what only a later version of this database knows.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT with the version that is needed
     */
    public void check(SqlStatement statement, ServerVersion server) {}

    private static final class Nowhere implements Catalog {
        @Override
        public List<Row> query(String sql, Object... parameters) {
            throw new Unseen();
        }

        @Override
        public boolean canLook() {
            return false;
        }
    }

    private static final class Unseen extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unseen() {
            super("there is no database to look at", null, false, false);
        }
    }

    /**
     * A question that an author asks, checked as the text of an {@link dev.retort.internal.operation.Execute} is.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where it is not one statement, or one that no migration
     *     may run
     */
    public abstract SqlStatement query(String sql, Map<String, @Nullable Object> parameters);

    /** The identifier as SQL: quoted when it must be. */
    public abstract String quote(String identifier);

    /** The name of a table or another object as SQL. */
    public final String quote(QualifiedName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    /** The value as SQL text that means the same as binding it would. */
    public abstract String literal(@Nullable Object value);

    /**
     * The value as SQL text in the place of a parameter, wherever that stands: of the type that binding it would say, and
     * an operand of any operator.
     */
    public abstract String operand(@Nullable Object value);

    /** Whether a list can be bound, to be compared with {@code = ANY (?)}. */
    public boolean bindsLists() {
        return false;
    }

    /** An author's expression, where the database has another word for what every portable script says. */
    public String portable(String expression) {
        return expression;
    }
}
