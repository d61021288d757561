package dev.retort.internal.lint;

import dev.retort.RetortException;
import dev.retort.internal.ddl.DdlReader;
import dev.retort.internal.ddl.SqlEffect;
import dev.retort.internal.fold.Fold;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.run.fold.FoldListener;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlFault;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlScript;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Takes down what a script asks for: each statement with the schema that it meets. */
public final class FollowedStatements implements FoldListener {

    private final Scene begin;
    private final SqlPlaces places;
    private Scene scene;
    private final TablesSoFar known;
    private TablesSoFar tables;
    private final List<LintedStatement> statements = new ArrayList<>();

    /**
     * @param text of the script
     * @param fresh tables that nobody uses yet
     */
    public FollowedStatements(Scene scene, String text, Set<QualifiedName> fresh) {
        this.begin = scene;
        this.places = new SqlPlaces(text);
        this.scene = scene;
        this.known = new TablesSoFar(fresh, Map.of());
        this.tables = known;
    }

    public List<LintedStatement> statements() {
        return statements;
    }

    /** The tables that nobody uses yet, after it. */
    public Set<QualifiedName> fresh() {
        return tables.fresh();
    }

    @Override
    public void again() {
        // What is done where there are rows is more than what is done where there are none.
        statements.clear();
        scene = begin;
        tables = known;
    }

    @Override
    public void asked(Operation operation, Place place, Supplier<SchemaAt> before) {
        if (operation instanceof CheckInverse) {
            return;
        }
        SchemaAt schema = before.get();
        LintedStatement.Setting setting = new LintedStatement.Setting(scene, place, tables, schema);
        if (operation instanceof Execute execute) {
            sql(execute, setting);
        } else {
            LintedStatement statement = new LintedStatement(setting, operation, null, List.of());
            changes(operation, schema).forEach(change -> {
                statement.add(change.operation(), change.before());
                note(change.operation(), schema);
            });
            add(statement);
        }
    }

    private void add(LintedStatement statement) {
        statements.add(statement);
        SchemaAt schema = statement.before();
        ChangedRows.truncated(statement)
                .forEach(table -> tables = tables.after(TablesSoFar.Rows.TRUNCATED, table, schema));
        ChangedRows.deletedFrom(statement)
                .ifPresent(table -> tables = tables.after(TablesSoFar.Rows.DELETED, table, schema));
        ChangedRows.insertedInto(statement)
                .ifPresent(table -> tables = tables.after(TablesSoFar.Rows.INSERTED, table, schema));
        if (statement.mayDoAnything()) {
            tables = tables.afterAnything();
        }
    }

    private record Met(Operation operation, SchemaAt before) {}

    /** The changes of a batch meet those before them. */
    private static List<Met> changes(Operation operation, SchemaAt schema) {
        if (!(operation instanceof BatchAlterTable batch)) {
            return List.of(new Met(operation, schema));
        }
        List<Met> all = new ArrayList<>();
        Fold fold = new Fold(schema.value(), schema.rules());
        for (Operation change : batch.changes()) {
            all.add(new Met(change, fold.now()));
            folded(fold, change);
        }
        return all;
    }

    private static void folded(Fold fold, Operation operation) {
        try {
            fold.apply(operation);
        } catch (RetortException e) {
            // What a database would refuse is reported where the script is folded.
        }
    }

    private void sql(Execute execute, LintedStatement.Setting setting) {
        SchemaAt schema = setting.before();
        SqlSyntax syntax = schema.rules().syntax();
        List<SqlScript.Part> parts;
        try {
            parts = SqlScript.splitDump(execute.sql(), syntax);
        } catch (SqlFault e) {
            return;
        }
        DdlReader reader = new DdlReader(schema.rules().grammar());
        Fold fold = new Fold(schema.value(), schema.rules());
        for (SqlScript.Part part : parts) {
            List<SqlToken> tokens = SqlLexer.tokens(part.sql(), syntax).stream()
                    .filter(token -> !token.isBlank())
                    .toList();
            SchemaAt now = parts.size() == 1 ? schema : fold.now();
            LintedStatement statement = new LintedStatement(
                    new LintedStatement.Setting(scene, place(setting.place(), execute, part), tables, now),
                    execute,
                    part.sql(),
                    tokens);
            for (SqlEffect effect : reader.read(part.sql())) {
                effect(effect, statement, now);
            }
            add(statement);
            scene.costs().setsUtc(tokens).ifPresent(utc -> scene = scene.withUtc(utc));
            folded(fold, new Execute(part.sql(), Map.of()));
        }
    }

    private Place place(Place all, Execute execute, SqlScript.Part part) {
        boolean here = all.exact().equals(all.line());
        return here ? new Place(all.line(), places.place(all.line(), execute.sql(), part.start()), all.apart()) : all;
    }

    private void effect(SqlEffect effect, LintedStatement statement, SchemaAt now) {
        if (effect instanceof SqlEffect.Changes changes) {
            statement.add(changes.operation(), now);
            note(changes.operation(), now);
        } else if (effect instanceof SqlEffect.Creates creates && !creates.replace()) {
            tables = tables.with(creates.object().objectName().name());
        }
    }

    /** Notes what nobody uses yet. */
    private void note(Operation operation, SchemaAt before) {
        if (operation instanceof CreateTable create) {
            boolean there =
                    create.ifNotExists() && before.table(create.table().name()).isPresent();
            if (!there) {
                tables = tables.with(create.table().name());
            }
        } else if (operation instanceof RenameTable rename && tables.isFresh(rename.table(), before)) {
            tables = tables.with(new QualifiedName(rename.table().schema(), rename.newName()));
        } else if (operation instanceof ObjectOperation object && object instanceof CreateView create) {
            tables = tables.with(create.view().name());
        }
    }
}
