package dev.retort.internal.script;

import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.schema.QualifiedName;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.NamedParam;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The verbs that bring many rows into a table, from the script or from files beside it. */
public abstract class DataOperations extends ObjectOperations {

    DataOperations() {}

    /** Runs the closure of a word over what collects its parts; no operation of its own may stand inside. */
    abstract void inside(String word, Object builder, Closure<?> body);

    /** Hands on an operation that is a part of the word whose closure runs. */
    abstract void emitPart(Operation operation);

    /** The statements of a file of SQL that lies beside the script. */
    public void executeFile(String file) {
        executeFile(Map.of(), file);
    }

    /** @param options {@code down:} names the file that undoes it; all others are values for where the file says {@code :name} */
    public void executeFile(Map<String, ?> options, String file) {
        Map<String, Object> values = new LinkedHashMap<>(options);
        values.remove("down");
        String down = new Options("executeFile", options).text("down");
        emit(new ExecuteFile(Columns.name("the file of executeFile", file), down, PlainValue.row(values)));
    }

    /** A file of values with a line that names their columns. */
    public RowFile csv(String file) {
        return csv(Map.of(), file);
    }

    public RowFile csv(
            @NamedParam(value = "delimiter", type = String.class)
                    @NamedParam(value = "quote", type = String.class)
                    @NamedParam(value = "header", type = Boolean.class)
                    @NamedParam(value = "columns", type = List.class)
                    @NamedParam(value = "nulls", type = String.class)
                    Map<String, ?> options,
            String file) {
        Options read = new Options("csv", options);
        List<String> columns = read.names("columns");
        Boolean header = read.choice("header");
        if (columns.isEmpty() && Boolean.FALSE.equals(header)) {
            throw new Refusal(
                    "A file without a header does not say what its columns are.",
                    "Name them with columns: ['a', 'b'].");
        }
        char delimiter = character(read, "delimiter", ',');
        char quote = character(read, "quote", '"');
        if (delimiter == quote) {
            throw new Refusal("The delimiter and the quote of csv are both '" + quote + "'.");
        }
        String nulls = read.has("nulls") ? read.text("nulls") : "";
        read.done();
        boolean named = header == null ? columns.isEmpty() : header;
        return new RowFile.Csv(Columns.name("the file of csv", file), delimiter, quote, named, columns, nulls);
    }

    /** A file with a JSON object on each line. */
    public RowFile jsonLines(String file) {
        return jsonLines(Map.of(), file);
    }

    public RowFile jsonLines(@NamedParam(value = "columns", type = List.class) Map<String, ?> options, String file) {
        Options read = new Options("jsonLines", options);
        List<String> columns = read.names("columns");
        read.done();
        return new RowFile.JsonLines(Columns.name("the file of jsonLines", file), columns);
    }

    private static char character(Options read, String name, char otherwise) {
        String given = read.text(name);
        if (given == null) {
            return otherwise;
        }
        if (given.length() != 1 || given.equals("\n") || given.equals("\r")) {
            throw new Refusal(
                    "Option \"" + name + "\" of csv takes one character, not \"" + given + "\".",
                    "A tab is written '\\t'.");
        }
        return given.charAt(0);
    }

    public void bulkInsert(String table, RowFile rows) {
        bulkInsert(Map.of(), table, rows);
    }

    public void bulkInsert(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options, String table, RowFile rows) {
        emit(new BulkInsert(target(options, table), rows));
    }

    public void bulkInsert(String table, Iterable<? extends Map<String, ?>> rows) {
        bulkInsert(Map.of(), table, rows);
    }

    public void bulkInsert(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            Iterable<? extends Map<String, ?>> rows) {
        bulkInsert(options, table, rows.iterator());
    }

    public void bulkInsert(String table, Stream<? extends Map<String, ?>> rows) {
        bulkInsert(Map.of(), table, rows.iterator());
    }

    public void bulkInsert(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            Stream<? extends Map<String, ?>> rows) {
        bulkInsert(options, table, rows.iterator());
    }

    /** The rows are asked for as they are inserted. */
    public void bulkInsert(String table, Iterator<? extends Map<String, ?>> rows) {
        bulkInsert(Map.of(), table, rows);
    }

    public void bulkInsert(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            Iterator<? extends Map<String, ?>> rows) {
        RowsBuilder builder = new RowsBuilder(target(options, table), this::emit);
        rows.forEachRemaining(builder::row);
        builder.flush();
    }

    /** The rows that the closure says, one after the other. */
    public void bulkInsert(
            String table, @DelegatesTo(value = RowsBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        bulkInsert(Map.of(), table, body);
    }

    public void bulkInsert(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String table,
            @DelegatesTo(value = RowsBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        RowsBuilder builder = new RowsBuilder(target(options, table), this::emitPart);
        inside("bulkInsert", builder, body);
        builder.flush();
    }

    /**
     * Sets columns of many rows in batches of their own transactions. Without {@code where}, each row once; with it, until
     * no row matches any more.
     */
    public void backfill(
            @NamedParam(value = "set", type = Object.class, required = true)
                    @NamedParam(value = "where", type = Object.class)
                    @NamedParam(value = "parameters", type = Map.class)
                    @NamedParam(value = "batchSize", type = Integer.class)
                    @NamedParam(value = "pause", type = Integer.class)
                    @NamedParam(value = "key", type = Object.class)
                    @NamedParam(value = "schema", type = String.class)
                    @NamedParam(value = "down", type = Object.class)
                    Map<String, ?> options,
            String table) {
        Options read = new Options("backfill", options);
        emit(new BackfillReader(named(table, read), read).read());
    }

    private static QualifiedName target(Map<String, ?> options, String table) {
        Options read = new Options("bulkInsert", options);
        QualifiedName name = named(table, read);
        read.done();
        return name;
    }
}
