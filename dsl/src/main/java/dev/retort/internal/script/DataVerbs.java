package dev.retort.internal.script;

import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.script.verb.BackfillOptions;
import dev.retort.internal.script.verb.InSchema;
import dev.retort.internal.script.verb.Inside;
import dev.retort.internal.script.verb.Option;
import dev.retort.internal.script.verb.Verb;
import dev.retort.internal.script.verb.Verbs;
import groovy.lang.Closure;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The verbs that bring many rows into a table, from the script or from files beside it. */
@Verbs(generates = "DataOperations", under = "ObjectOperations")
final class DataVerbs {

    private DataVerbs() {}

    /** A file of values with a line that names their columns. */
    @Verb("csv('t.csv')")
    @Option(
            value = {"delimiter", "quote"},
            type = String.class)
    @Option(value = "header", type = Boolean.class)
    @Option(value = "columns", type = List.class)
    @Option(value = "nulls", type = String.class)
    static RowFile csv(String file, Options options) {
        List<String> columns = options.names("columns");
        Boolean header = options.choice("header");
        if (columns.isEmpty() && Boolean.FALSE.equals(header)) {
            throw new Refusal(
                    "A file without a header does not say what its columns are.",
                    "Name them with columns: ['a', 'b'].");
        }
        char delimiter = character(options, "delimiter", ',');
        char quote = character(options, "quote", '"');
        if (delimiter == quote) {
            throw new Refusal("The delimiter and the quote of csv are both '" + quote + "'.");
        }
        String nulls = options.has("nulls") ? options.text("nulls") : "";
        options.done();
        boolean named = header == null ? columns.isEmpty() : header;
        return new RowFile.Csv(Columns.name("the file of csv", file), delimiter, quote, named, columns, nulls);
    }

    /** A file with a JSON object on each line. */
    @Verb("jsonLines('t.jsonl')")
    @Option(value = "columns", type = List.class)
    static RowFile jsonLines(String file, Options options) {
        List<String> columns = options.names("columns");
        options.done();
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

    @Verb("bulkInsert 't', csv('t.csv')")
    @InSchema
    static Operation bulkInsert(String table, RowFile rows, Options options) {
        return new BulkInsert(VerbContext.named(table, options), rows);
    }

    @Verb("bulkInsert 't', [[a: 1], [a: 2]]")
    @InSchema
    static void bulkInsert(
            VerbContext context, String table, Iterable<? extends Map<String, ?>> rows, Options options) {
        bulkInsert(context, table, rows.iterator(), options);
    }

    @Verb
    @InSchema
    static void bulkInsert(VerbContext context, String table, Stream<? extends Map<String, ?>> rows, Options options) {
        bulkInsert(context, table, rows.iterator(), options);
    }

    /** The rows are asked for as they are inserted. */
    @Verb
    @InSchema
    static void bulkInsert(
            VerbContext context, String table, Iterator<? extends Map<String, ?>> rows, Options options) {
        RowsBuilder builder = new RowsBuilder(VerbContext.named(table, options), context::emit);
        options.done();
        rows.forEachRemaining(builder::row);
        builder.flush();
    }

    /** The rows that the closure says, one after the other. */
    @Verb("bulkInsert('t') { row a: 1 }")
    @InSchema
    static void bulkInsert(VerbContext context, String table, @Inside("RowsBuilder") Closure<?> body, Options options) {
        RowsBuilder builder = new RowsBuilder(VerbContext.named(table, options), context::emitPart);
        options.done();
        context.inside("bulkInsert", builder, body);
        builder.flush();
    }

    /**
     * Sets columns of many rows in batches of their own transactions. Without {@code where}, each row once; with it, until
     * no row matches any more.
     */
    @Verb("backfill 't'")
    @BackfillOptions
    static Operation backfill(String table, Options options) {
        return new BackfillReader(VerbContext.named(table, options), options).read();
    }
}
