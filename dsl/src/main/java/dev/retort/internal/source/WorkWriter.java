package dev.retort.internal.source;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.operation.RowSource;
import dev.retort.internal.operation.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an author's SQL, the rows that he brings, and what is done in batches. */
final class WorkWriter implements Work.Visitor<Statement> {

    static final WorkWriter WORDS = new WorkWriter();

    private static final int BATCH_SIZE = 1000;

    private WorkWriter() {}

    @Override
    public Statement execute(Execute operation) {
        first(operation.first());
        ArgumentList arguments =
                new ArgumentList("execute").add(Code.text(GroovyText.lines(NameText.plain(operation.sql()))));
        if (operation.rows().size() == 1) {
            ValueWords.entries(operation.rows().get(0)).forEach(arguments::add);
        } else {
            arguments.add(rows(operation.rows()));
        }
        return arguments.statement();
    }

    private static void first(long first) {
        if (first != 1) {
            throw new OperationNotWritable("A script cannot begin with row " + first + " of a call.");
        }
    }

    private static Code rows(List<? extends Map<String, ? extends @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            throw new OperationNotWritable("A script does nothing with a list of no rows.");
        }
        List<Code> maps = new ArrayList<>();
        rows.forEach(row -> maps.add(ValueWords.map(row)));
        return new Code.Enclosed("[", maps, "]", true);
    }

    @Override
    public Statement executeFile(ExecuteFile operation) {
        if (operation.values().containsKey("down")) {
            throw new OperationNotWritable("A script cannot give a file of SQL a value for :down.");
        }
        ArgumentList arguments = new ArgumentList("executeFile")
                .text(NameText.plain(operation.file()))
                .option("down", operation.down());
        ValueWords.entries(operation.values()).forEach(arguments::add);
        return arguments.statement();
    }

    @Override
    public Statement bulkInsert(BulkInsert operation) {
        ArgumentList arguments = new ArgumentList("bulkInsert").text(NameText.of(operation.table()));
        if (operation.rows() instanceof RowSource.Listed listed) {
            first(listed.first());
            boolean alike = listed.rows().stream()
                    .allMatch(row -> !row.isEmpty()
                            && row.keySet().equals(listed.rows().get(0).keySet()));
            if (!alike) {
                throw new OperationNotWritable(
                        "A script cannot insert rows into \"" + operation.table() + "\" that name different columns.");
            }
            arguments.add(rows(listed.rows()));
        } else if (operation.rows() instanceof RowFile.Csv csv) {
            arguments.add(csv(csv));
        } else if (operation.rows() instanceof RowFile.JsonLines lines) {
            ArgumentList file = new ArgumentList("jsonLines")
                    .text(NameText.plain(lines.file()))
                    .names("columns", lines.columns());
            arguments.add(Code.call("jsonLines", file.list()));
        }
        return arguments.statement();
    }

    private static Code csv(RowFile.Csv csv) {
        boolean headerUnlessColumns = csv.columns().isEmpty();
        boolean known = csv.header() || !headerUnlessColumns;
        if (!known || csv.delimiter() == csv.quote() || isLineEnd(csv.delimiter()) || isLineEnd(csv.quote())) {
            throw new OperationNotWritable("A script cannot read \"" + csv.file()
                    + "\" without any names of columns, or with these characters between and around its values.");
        }
        ArgumentList file = new ArgumentList("csv")
                .text(NameText.plain(csv.file()))
                .option("delimiter", csv.delimiter() == ',' ? null : String.valueOf(csv.delimiter()))
                .option("quote", csv.quote() == '"' ? null : String.valueOf(csv.quote()))
                .choice("header", csv.header() == headerUnlessColumns ? null : csv.header())
                .names("columns", csv.columns());
        if (!"".equals(csv.nulls())) {
            file.option("nulls", ValueWords.value(csv.nulls()));
        }
        return Code.call("csv", file.list());
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    @Override
    public Statement backfill(Backfill operation) {
        Backfill.Batches batches = operation.batches();
        ArgumentList arguments = new ArgumentList("backfill")
                .text(NameText.of(operation.table()))
                .option("set", assignments(operation.set()));
        if (operation.where() != null) {
            arguments.option("where", backfillCondition(operation.where()));
        }
        arguments.pairs("parameters", operation.parameters());
        if (batches.key().size() == 1) {
            arguments.option("key", batches.key().get(0));
        } else {
            arguments.names("key", batches.key());
        }
        arguments.number("batchSize", batches.size() == BATCH_SIZE ? null : Long.valueOf(batches.size()));
        arguments.number("pause", pause(batches.pause()));
        if (operation.down() != null) {
            Backfill.Assignments down = operation.down().set();
            arguments.option("down", down == null ? Code.text("''") : assignments(down));
        }
        if (batches.size() < 1) {
            throw new OperationNotWritable("A script cannot set rows in batches of " + batches.size() + ".");
        }
        return arguments.statement();
    }

    private static @Nullable Long pause(Duration pause) {
        boolean wholeMillis = pause.equals(Duration.ofMillis(pause.toMillis()));
        if (!wholeMillis || pause.isNegative() || pause.toMillis() > Integer.MAX_VALUE) {
            throw new OperationNotWritable("A script cannot say a pause of " + pause + ", but only milliseconds.");
        }
        return pause.isZero() ? null : pause.toMillis();
    }

    private static Code assignments(Backfill.Assignments set) {
        if (set instanceof Backfill.Assignments.Sql sql) {
            return Code.text(GroovyText.lines(NameText.plain(sql.sql())));
        }
        Map<String, ?> values = ((Backfill.Assignments.Values) set).values();
        if (values.isEmpty()) {
            throw new OperationNotWritable("A script cannot backfill nothing.");
        }
        return ValueWords.map(values);
    }

    private static Code backfillCondition(Condition where) {
        if (where instanceof Condition.Sql sql && !sql.parameters().isEmpty()) {
            throw new OperationNotWritable(
                    "A script gives the values of a backfill with parameters:, not with its condition.");
        }
        List<Code> words = condition(where);
        return where instanceof Condition.Sql ? words.get(0) : Code.map(words);
    }

    /** What is between the brackets of {@code where}. */
    static List<Code> condition(Condition where) {
        if (where instanceof Condition.Sql sql) {
            List<Code> words = new ArrayList<>();
            words.add(Code.text(GroovyText.lines(NameText.plain(sql.sql()))));
            words.addAll(ValueWords.entries(sql.parameters()));
            return words;
        }
        Map<String, ? extends @Nullable Object> values = ((Condition.Matches) where).values();
        boolean sayable = !values.isEmpty()
                && values.values().stream().noneMatch(value -> value instanceof Collection<?> any && any.isEmpty());
        if (!sayable) {
            throw new OperationNotWritable("A script cannot compare rows with nothing, or with an empty list.");
        }
        return ValueWords.entries(values);
    }
}
