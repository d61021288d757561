package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table on its way to what it is to become, and where its rows come from. */
final class TableRebuild {

    private static final String DROPPED = "_retort_dropped_";

    private final ShadowSchema scratch;
    private final String table;
    private final TableText original;

    TableText text;
    /** Texts of the table's own indexes, by name in lower case. */
    final Map<String, String> indexes = new LinkedHashMap<>();

    final Map<String, String> triggers = new LinkedHashMap<>();

    /** Changes of other objects that come before all else. */
    final List<String> first = new ArrayList<>();

    /** Views to be dropped before the table is touched. */
    final Set<String> views = new LinkedHashSet<>();

    /** The columns that were there before, by their present name in lower case, and what is copied into them. */
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private final List<Step> steps = new ArrayList<>();

    /**
     * @param type what the column was before
     * @param using SQL; null means the column as it is
     * @param to what its values are converted to; null where they stay as they are
     */
    private record Source(
            ColumnType type,
            @Nullable String using,
            @Nullable ColumnType to) {}

    /** @param to null means that the column is dropped */
    private record Step(String from, @Nullable String to) {}

    TableRebuild(ShadowSchema scratch, String table) {
        this.scratch = scratch;
        this.table = table;
        this.text = load();
        this.original = text;
        text.columns()
                .forEach(column ->
                        sources.put(Names.key(column.name()), new Source(TableValue.type(column), null, null)));
    }

    private TableText load() {
        indexes.clear();
        triggers.clear();
        TableText found = null;
        for (SchemaRow object : scratch.objects()) {
            if (object.isTable(table)) {
                found = TableText.parse(object.sql());
            } else if (object.belongsTo(table) && object.type().equals("index")) {
                indexes.put(Names.key(object.name()), object.sql());
            } else if (object.belongsTo(table) && object.type().equals("trigger")) {
                triggers.put(Names.key(object.name()), object.sql());
            }
        }
        if (found == null) {
            throw new IllegalStateException("the table " + table + " is gone from the copy of the schema");
        }
        return found;
    }

    void edit(String column, UnaryOperator<ColumnText> edit) {
        text = text.edited(column, edit);
    }

    /** @param using SQL; null means the column as it is */
    void convert(String column, ColumnType to, @Nullable String using) {
        sources.computeIfPresent(Names.key(column), (key, source) -> new Source(source.type(), using, to));
    }

    /** Makes the draft real on the copy of the schema, and reads it back the way SQLite keeps it. */
    void tryOut() throws SQLException {
        for (String view : views) {
            scratch.execute("DROP VIEW IF EXISTS " + Names.quote(view));
        }
        scratch.execute(text.sqlNamed(Names.NEW_TABLE + table));
        for (String sql : replacement()) {
            scratch.execute(sql);
        }
        text = load();
    }

    /** SQLite itself renames the column in every text that speaks of it. */
    void rename(String from, String to) throws SQLException {
        tryOut();
        scratch.execute(InPlaceChange.renameColumn(table, from, to));
        text = load();
        Source source = sources.remove(Names.key(from));
        sources.replaceAll((name, each) -> renamed(each, from, to));
        if (source != null) {
            sources.put(Names.key(to), renamed(source, from, to));
            steps.add(new Step(from, to));
        }
    }

    private static Source renamed(Source source, String from, String to) {
        return source.using() == null
                ? source
                : new Source(source.type(), Expressions.renamed(source.using(), from, to), source.to());
    }

    void drop(String column) {
        text = text.withoutColumn(column);
        if (sources.remove(Names.key(column)) != null) {
            steps.add(new Step(column, null));
        }
    }

    /** Whether the column is another name of the rowid. */
    boolean isRowidAlias(String column) {
        return text.rowidAlias().filter(alias -> Names.same(alias, column)).isPresent();
    }

    // ---- the result ----

    List<String> statements() {
        List<String> statements = new ArrayList<>(first);
        views.forEach(view -> statements.add("DROP VIEW " + Names.quote(view)));
        statements.addAll(renames());
        statements.add(text.sqlNamed(Names.NEW_TABLE + table));
        statements.add(copy());
        if (isNumbered(original) && isNumbered(text)) {
            statements.addAll(sequence());
        }
        statements.addAll(check());
        statements.addAll(replacement());
        return statements;
    }

    private List<String> renames() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String to = step.to();
            if (to != null) {
                statements.add(InPlaceChange.renameColumn(table, step.from(), to));
            } else if (steps.subList(i, steps.size()).stream()
                    .anyMatch(later -> later.to() != null && Names.same(later.to(), step.from()))) {
                // It goes with the old table only, and another column needs its name before that.
                statements.add(InPlaceChange.renameColumn(table, step.from(), DROPPED + i));
            }
        }
        return statements;
    }

    /**
     * OR ABORT overrules {@code ON CONFLICT IGNORE} and {@code REPLACE} of a constraint, which would lose rows. The
     * rowid is copied where no column is its alias, so that what remembers it (a full-text index) stays right.
     */
    private String copy() {
        List<String> into = new ArrayList<>();
        List<String> from = new ArrayList<>();
        if (hasNamelessRowid(original) && hasNamelessRowid(text)) {
            into.add(rowid());
            from.add(rowid());
        }
        for (ColumnText column : text.columns()) {
            Source source = sources.get(Names.key(column.name()));
            if (source != null && !column.generated()) {
                into.add(Names.quote(column.name()));
                from.add(value(column.name(), source));
            }
        }
        return "INSERT OR ABORT INTO " + newTable() + " (" + String.join(", ", into) + ")\nSELECT "
                + String.join(", ", from) + " FROM " + Names.quote(table);
    }

    private String value(String column, Source source) {
        ColumnType to = source.to();
        if (to == null) {
            return source.using() == null ? Names.quote(column) : source.using();
        }
        Conversion.Place place = new Conversion.Place(table, row(), column);
        Casts.Typed given = source.using() == null
                ? new Casts.Typed(Names.quote(column), source.type())
                : Casts.translated(source.using(), this::type, to, place);
        return Conversion.of(given.sql(), given.type(), to, place, false);
    }

    /** What a column of the old table was, by the name it has when the rows are copied. */
    private @Nullable ColumnType type(String column) {
        Source source = sources.get(Names.key(column));
        return source == null ? null : source.type();
    }

    /** SQL that names a row of the old table. */
    private String row() {
        return original.withoutRowid() ? "'A row'" : "'Row ' || " + Names.quote(table) + "." + rowid();
    }

    private String rowid() {
        return text.columnNames().stream().anyMatch(name -> Names.same(name, "rowid")) ? "_rowid_" : "rowid";
    }

    private static boolean hasNamelessRowid(TableText table) {
        return !table.withoutRowid() && table.rowidAlias().isEmpty();
    }

    private String newTable() {
        return Names.quote(Names.NEW_TABLE + table);
    }

    private static boolean isNumbered(TableText table) {
        return table.clauses().stream().anyMatch(clause -> clause.has("AUTOINCREMENT"));
    }

    /** The highest number ever given, even if its row is gone. */
    private List<String> sequence() {
        String name = Values.literal(Names.NEW_TABLE + table);
        return List.of(
                "DELETE FROM sqlite_sequence WHERE name = " + name,
                "INSERT INTO sqlite_sequence (name, seq)\nSELECT " + name + ", seq FROM sqlite_sequence WHERE name = "
                        + Values.literal(table));
    }

    /** SQLite raises errors in triggers and constraints only, so the count is put into a table that wants zero. */
    private List<String> check() {
        String rule = "lost CONSTRAINT \"every row of " + table.replace("\"", "\"\"") + " is copied\" CHECK (lost = 0)";
        return List.of(
                "CREATE TEMPORARY TABLE _retort_check (" + rule + ")",
                "INSERT INTO temp._retort_check\nSELECT (SELECT count(*) FROM " + Names.quote(table)
                        + ") - (SELECT count(*) FROM " + newTable() + ")",
                "DROP TABLE temp._retort_check");
    }

    /**
     * With legacy_alter_table, the renaming leaves alone the views, triggers and foreign keys that speak of the old
     * table; they mean the new one from then on. It may be switched within a transaction.
     */
    private List<String> replacement() {
        List<String> statements = new ArrayList<>();
        statements.add("DROP TABLE " + Names.quote(table));
        statements.add("PRAGMA legacy_alter_table = ON");
        statements.add("ALTER TABLE " + newTable() + " RENAME TO " + Names.quote(table));
        statements.add("PRAGMA legacy_alter_table = OFF");
        statements.addAll(indexes.values());
        statements.addAll(triggers.values());
        return statements;
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", text.sql() + " [", "]"));
    }
}
