package dev.retort.internal.script;

import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.verb.Declared;
import dev.retort.internal.script.verb.DropOptions;
import dev.retort.internal.script.verb.ExistingViewOptions;
import dev.retort.internal.script.verb.FunctionOptions;
import dev.retort.internal.script.verb.InSchema;
import dev.retort.internal.script.verb.Option;
import dev.retort.internal.script.verb.ProcedureOptions;
import dev.retort.internal.script.verb.SequenceNumbers;
import dev.retort.internal.script.verb.TriggerOptions;
import dev.retort.internal.script.verb.Verb;
import dev.retort.internal.script.verb.Verbs;
import dev.retort.internal.script.verb.ViewOptions;
import java.util.List;
import java.util.Map;

/** The verbs for what a database holds besides tables. */
@Verbs(
        generates = "ObjectOperations",
        under = "SchemaOperations",
        declarations = "ObjectDeclarations",
        declarationsUnder = "TableDeclarations")
final class ObjectVerbs {

    private ObjectVerbs() {}

    @Verb("createEnum 'name', ['a', 'b']")
    @InSchema
    @Option(value = "ifNotExists", type = Boolean.class)
    static Operation createEnum(String name, List<?> values, Options options) {
        return EnumReader.create(name, values, options);
    }

    @Verb("dropEnum 'name'")
    @InSchema
    @DropOptions
    @Option(value = "was", type = List.class)
    static Operation dropEnum(String name, Options options) {
        return EnumReader.drop(name, options);
    }

    @Verb("addEnumValue 'name', 'value'")
    @InSchema
    @Option(
            value = {"before", "after"},
            type = String.class)
    @Option(value = "ifNotExists", type = Boolean.class)
    static Operation addEnumValue(String name, String value, Options options) {
        return EnumReader.addValue(name, value, options);
    }

    @Verb("renameEnumValue 'name', 'value', 'new'")
    @InSchema
    static Operation renameEnumValue(String name, String value, String newValue, Options options) {
        return EnumReader.renameValue(name, value, newValue, options);
    }

    @Verb("renameEnum 'name', 'new'")
    @InSchema
    static Operation renameEnum(String name, String newName, Options options) {
        return EnumReader.rename(name, newName, options);
    }

    /** These are the values now: what is missing is added, what is too many is dropped, and the order is this one. */
    @Verb(value = "enumValues 'name', ['a', 'b']", note = "these are the values now")
    @InSchema
    @Option(value = "was", type = List.class, text = "the old values")
    @Option(value = "replaceWith", type = Map.class, text = "`[old: 'new']`")
    static List<Operation> enumValues(VerbContext context, String name, List<?> values, Options options) {
        return EnumReader.values(name, values, options, type -> context.asking().enumValues(type));
    }

    @Verb("dropEnumValue 'name', 'value'")
    @InSchema
    @Option(
            value = {"replaceWith", "before", "after"},
            type = String.class)
    static Operation dropEnumValue(String name, String value, Options options) {
        return EnumReader.dropValue(name, value, options);
    }

    @Verb("createView 'v', 'SELECT …'")
    @InSchema
    @ViewOptions
    @Option(
            value = {"materialized", "replace", "ifNotExists", "withData"},
            type = Boolean.class)
    @ExistingViewOptions
    @Declared(
            value = "view",
            without = {
                "temporary",
                "replace",
                "ifNotExists",
                "withData",
                "was",
                "existingColumns",
                "existingWith",
                "existingCheckOption"
            })
    static Operation createView(String view, String query, Options options) {
        return new ViewReader(view, options).create(query);
    }

    /** Gives a view that exists another query; with {@code was:}, {@code change} knows the inverse. */
    @Verb("replaceView 'v', 'SELECT …'")
    @InSchema
    @ViewOptions
    @ExistingViewOptions
    static Operation replaceView(String view, String query, Options options) {
        return new ViewReader(view, options).replace(query);
    }

    @Verb("dropView 'v'")
    @InSchema
    @DropOptions
    @Option(value = "materialized", type = Boolean.class)
    @Option(value = "was", type = Object.class)
    @ViewOptions
    static Operation dropView(String view, Options options) {
        return new ViewReader(view, options).drop();
    }

    @Verb("refreshView 'v'")
    @InSchema
    @Option(
            value = {"concurrently", "withData"},
            type = Boolean.class)
    static Operation refreshView(String view, Options options) {
        QualifiedName name = VerbContext.named(view, options);
        boolean withData = !Boolean.FALSE.equals(options.choice("withData"));
        return new RefreshView(name, options.flag("concurrently"), withData);
    }

    @Verb(value = "createTrigger 'tr', 't'", needsOptions = true)
    @InSchema
    @TriggerOptions
    @Option(
            value = {"replace", "ifNotExists"},
            type = Boolean.class)
    @Declared(
            value = "trigger",
            without = {"replace", "ifNotExists"})
    static Operation createTrigger(String trigger, String table, Options options) {
        return new TriggerReader(trigger, table, options).create();
    }

    /** With the definition of {@code createTrigger}, {@code change} knows the inverse. */
    @Verb("dropTrigger 'tr', 't'")
    @InSchema
    @DropOptions
    @TriggerOptions
    static Operation dropTrigger(String trigger, String table, Options options) {
        return new TriggerReader(trigger, table, options).drop();
    }

    /** @param function as it is called, with its arguments: {@code price(net numeric, rate numeric)} */
    @Verb("createFunction 'f(a integer)'")
    @InSchema
    @Option(value = "body", type = String.class, required = true)
    @FunctionOptions
    @Option(value = "replace", type = Boolean.class)
    @Option(value = "was", type = String.class)
    @Declared(
            value = "function",
            without = {"replace", "was"})
    static Operation createFunction(String function, Options options) {
        return RoutineReader.function(function, options).create();
    }

    @Verb("dropFunction 'f(a integer)'")
    @InSchema
    @DropOptions
    @Option(value = "was", type = String.class)
    @FunctionOptions
    static Operation dropFunction(String function, Options options) {
        return RoutineReader.function(function, options).drop();
    }

    @Verb("createProcedure 'p()'")
    @InSchema
    @Option(value = "body", type = String.class, required = true)
    @ProcedureOptions
    @Option(value = "replace", type = Boolean.class)
    @Option(value = "was", type = String.class)
    @Declared(
            value = "procedure",
            without = {"replace", "was"})
    static Operation createProcedure(String procedure, Options options) {
        return RoutineReader.procedure(procedure, options).create();
    }

    @Verb("dropProcedure 'p()'")
    @InSchema
    @DropOptions
    @Option(value = "was", type = String.class)
    @ProcedureOptions
    static Operation dropProcedure(String procedure, Options options) {
        return RoutineReader.procedure(procedure, options).drop();
    }

    @Verb("createSequence 's'")
    @InSchema
    @SequenceNumbers
    @Option(
            value = {"temporary", "ifNotExists"},
            type = Boolean.class)
    @Declared(
            value = "sequence",
            without = {"temporary", "ifNotExists"})
    static Operation createSequence(String sequence, Options options) {
        return new SequenceReader(sequence, options).create();
    }

    @Verb(value = "alterSequence 's'", needsOptions = true)
    @InSchema
    @SequenceNumbers
    @Option(value = "restart", type = Object.class)
    @Option(value = "was", type = Map.class)
    static Operation alterSequence(String sequence, Options options) {
        return new SequenceReader(sequence, options).alter();
    }

    @Verb("renameSequence 's', 'new'")
    @InSchema
    static Operation renameSequence(String sequence, String newName, Options options) {
        return new SequenceReader(sequence, options).rename(newName);
    }

    @Verb("dropSequence 's'")
    @InSchema
    @DropOptions
    @Option(value = "was", type = Map.class)
    static Operation dropSequence(String sequence, Options options) {
        return new SequenceReader(sequence, options).drop();
    }

    @Verb("createExtension 'x'")
    @Option(
            value = {"schema", "version"},
            type = String.class)
    @Option(
            value = {"cascade", "ifNotExists"},
            type = Boolean.class)
    @Declared(
            value = "extension",
            without = {"cascade", "ifNotExists"})
    static Operation createExtension(String extension, Options options) {
        String name = Columns.name("the extension", extension);
        CreateExtension.Options where = new CreateExtension.Options(options.text("schema"), options.text("version"));
        return new CreateExtension(name, where, options.flag("cascade"), options.flag("ifNotExists"));
    }

    @Verb("dropExtension 'x'")
    @DropOptions
    @Option(value = "was", type = Map.class)
    static Operation dropExtension(String extension, Options options) {
        String name = Columns.name("the extension", extension);
        Options was = new Options("was of dropExtension", options.pairs("was"));
        CreateExtension.Options where = new CreateExtension.Options(was.text("schema"), was.text("version"));
        was.done();
        return new DropExtension(
                name, options.flag("ifExists"), options.flag("cascade"), options.has("was") ? where : null);
    }

    @Verb("createSchema 's'")
    @Option(value = "authorization", type = String.class)
    @Option(value = "ifNotExists", type = Boolean.class)
    @Declared(
            value = "schema",
            without = {"authorization", "ifNotExists"})
    static Operation createSchema(String schema, Options options) {
        String name = Columns.name("the schema", schema);
        return new CreateSchema(name, options.text("authorization"), options.flag("ifNotExists"));
    }

    @Verb("dropSchema 's'")
    @Option(value = "authorization", type = String.class)
    @DropOptions
    static Operation dropSchema(String schema, Options options) {
        String name = Columns.name("the schema", schema);
        return new DropSchema(name, options.text("authorization"), options.flag("ifExists"), options.flag("cascade"));
    }
}
