package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.BatchAlterTable;
import dev.retort.internal.operation.BatchAlterTable.Recreate;
import dev.retort.internal.operation.Operation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes of one table: by {@code ALTER TABLE} where that can do all of them, else by one rebuild. They are tried on a
 * copy of the schema first, so that what SQLite refuses is refused before anything was touched.
 */
final class AlterTablePlanner {

    private static final String START = "alteration";

    private final ShadowSchema scratch;
    private final String table;

    private AlterTablePlanner(ShadowSchema scratch, String table) {
        this.scratch = scratch;
        this.table = table;
    }

    static List<SqlStatement> of(Catalog catalog, BatchAlterTable batch) {
        return added(catalog, batch).orElseGet(() -> tried(catalog, batch));
    }

    /**
     * Columns that concern their own table alone are tried on that table alone, which is a small part of a large schema.
     * Empty for whatever else, and where anything is wrong: the whole schema knows more of it.
     */
    private static Optional<List<SqlStatement>> added(Catalog catalog, BatchAlterTable batch) {
        if (batch.recreate() == Recreate.ALWAYS
                || !batch.changes().stream().allMatch(AlterTablePlanner::isOfItsTable)) {
            return Optional.empty();
        }
        List<SchemaRow> objects = SchemaRow.of(catalog, Names.unqualified(batch.table()));
        try (ShadowSchema scratch = ShadowSchema.of(objects)) {
            return new AlterTablePlanner(scratch, find(scratch, Names.unqualified(batch.table())))
                    .plainly(batch)
                    .filter(all -> all.stream().noneMatch(ShadowSchema::hasDoubleQuotes))
                    .map(all -> all.stream().map(SqlStatement::of).toList());
        } catch (RetortException | SQLException e) {
            return Optional.empty();
        }
    }

    private static boolean isOfItsTable(Operation change) {
        return change instanceof AddColumn added && added.constraints().isEmpty() && added.index() == null;
    }

    private static List<SqlStatement> tried(Catalog catalog, BatchAlterTable batch) {
        try (ShadowSchema scratch = ShadowSchema.of(catalog)) {
            String table = find(scratch, Names.unqualified(batch.table()));
            return new AlterTablePlanner(scratch, table)
                    .statements(batch).stream().map(SqlStatement::of).toList();
        }
    }

    private static String find(ShadowSchema scratch, String name) {
        List<SchemaRow> objects = scratch.objects();
        for (SchemaRow object : objects) {
            if (object.isTable(name) && object.isVirtual()) {
                throw Refusal.of(
                        "The table \"" + name + "\" is virtual; SQLite cannot change it.", "Drop and create it.");
            } else if (object.isTable(name)) {
                return object.name();
            } else if (object.type().equals("view") && Names.same(object.name(), name)) {
                throw Refusal.of("\"" + name + "\" is a view, not a table.");
            }
        }
        List<String> tables = objects.stream()
                .filter(object -> object.type().equals("table"))
                .map(SchemaRow::name)
                .toList();
        throw Refusal.of(
                "There is no table \"" + name + "\".",
                Suggestion.didYouMean(name, tables).orElse(null));
    }

    private List<String> statements(BatchAlterTable batch) {
        try {
            scratch.mark(START);
            if (batch.recreate() != Recreate.ALWAYS) {
                Optional<List<String>> plain = plainly(batch);
                if (plain.isPresent()) {
                    return plain.get();
                }
                scratch.back(START);
            }
            List<String> rebuild = new Rebuild(scratch, table).of(batch.changes());
            scratch.back(START);
            for (String sql : rebuild) {
                scratch.execute(sql);
            }
            return rebuild;
        } catch (SQLException e) {
            throw ShadowSchema.refused(table, e);
        }
    }

    /** Without a rebuild; empty when one of the changes needs it. */
    private Optional<List<String>> plainly(BatchAlterTable batch) throws SQLException {
        List<String> all = new ArrayList<>();
        for (Operation change : batch.changes()) {
            Optional<List<String>> statements = change.accept(new InPlaceChange(scratch, table));
            if (statements.isEmpty() && batch.recreate() == Recreate.NEVER) {
                throw Refusal.of(
                        "Change " + (batch.changes().indexOf(change) + 1)
                                + " of the batch cannot be made by ALTER TABLE, and "
                                + "recreate: 'never' keeps the table \"" + table + "\" from being rebuilt.",
                        "Leave out recreate:, or make the other changes in a batch of their own.");
            } else if (statements.isEmpty()) {
                return Optional.empty();
            }
            for (String sql : statements.get()) {
                scratch.refuseStrings(sql);
                scratch.execute(sql);
            }
            all.addAll(statements.get());
        }
        return Optional.of(all);
    }
}
