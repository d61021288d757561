package dev.retort.internal.script;

import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.QualifiedName;
import groovy.transform.NamedParam;
import java.util.List;
import java.util.Map;

/** The verbs for what a database holds besides tables; each comes without options, where it can, and with them. */
public abstract class ObjectOperations extends SchemaOperations {

    ObjectOperations() {}

    public void createView(String view, String query) {
        createView(Map.of(), view, query);
    }

    public void createView(
            @NamedParam(value = "columns", type = List.class)
                    @NamedParam(value = "materialized", type = Boolean.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "checkOption", type = String.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "replace", type = Boolean.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "withData", type = Boolean.class)
                    @NamedParam(value = "was", type = Object.class)
                    @NamedParam(value = "existingColumns", type = List.class)
                    @NamedParam(value = "existingWith", type = Map.class)
                    @NamedParam(value = "existingCheckOption", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String view,
            String query) {
        Options read = new Options("createView", options);
        emit(new ViewReader(view, read).create(query));
    }

    public void replaceView(String view, String query) {
        replaceView(Map.of(), view, query);
    }

    /** Gives a view that is there another query; with {@code was:}, {@code change} knows the way back. */
    public void replaceView(
            @NamedParam(value = "columns", type = List.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "checkOption", type = String.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "was", type = Object.class)
                    @NamedParam(value = "existingColumns", type = List.class)
                    @NamedParam(value = "existingWith", type = Map.class)
                    @NamedParam(value = "existingCheckOption", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String view,
            String query) {
        Options read = new Options("replaceView", options);
        emit(new ViewReader(view, read).replace(query));
    }

    public void dropView(String view) {
        dropView(Map.of(), view);
    }

    public void dropView(
            @NamedParam(value = "columns", type = List.class)
                    @NamedParam(value = "materialized", type = Boolean.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "checkOption", type = String.class)
                    @NamedParam(value = "with", type = Map.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = Object.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String view) {
        Options read = new Options("dropView", options);
        emit(new ViewReader(view, read).drop());
    }

    public void refreshView(String view) {
        refreshView(Map.of(), view);
    }

    public void refreshView(
            @NamedParam(value = "concurrently", type = Boolean.class)
                    @NamedParam(value = "withData", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String view) {
        Options read = new Options("refreshView", options);
        QualifiedName name = named(view, read);
        boolean withData = !Boolean.FALSE.equals(read.choice("withData"));
        Operation operation = new RefreshView(name, read.flag("concurrently"), withData);
        read.done();
        emit(operation);
    }

    public void createSequence(String sequence) {
        createSequence(Map.of(), sequence);
    }

    public void createSequence(
            @NamedParam(value = "type", type = ColumnType.class)
                    @NamedParam(value = "start", type = Number.class)
                    @NamedParam(value = "increment", type = Number.class)
                    @NamedParam(value = "min", type = Number.class)
                    @NamedParam(value = "max", type = Number.class)
                    @NamedParam(value = "cache", type = Number.class)
                    @NamedParam(value = "cycle", type = Boolean.class)
                    @NamedParam(value = "ownedBy", type = String.class)
                    @NamedParam(value = "temporary", type = Boolean.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String sequence) {
        Options read = new Options("createSequence", options);
        emit(new SequenceReader(sequence, read).create());
    }

    public void alterSequence(
            @NamedParam(value = "type", type = ColumnType.class)
                    @NamedParam(value = "start", type = Number.class)
                    @NamedParam(value = "increment", type = Number.class)
                    @NamedParam(value = "min", type = Number.class)
                    @NamedParam(value = "max", type = Number.class)
                    @NamedParam(value = "cache", type = Number.class)
                    @NamedParam(value = "cycle", type = Boolean.class)
                    @NamedParam(value = "ownedBy", type = String.class)
                    @NamedParam(value = "restart", type = Object.class)
                    @NamedParam(value = "was", type = Map.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String sequence) {
        Options read = new Options("alterSequence", options);
        emit(new SequenceReader(sequence, read).alter());
    }

    public void renameSequence(String sequence, String newName) {
        renameSequence(Map.of(), sequence, newName);
    }

    public void renameSequence(
            @NamedParam(value = "schema", type = String.class) Map<String, ?> options,
            String sequence,
            String newName) {
        emit(new SequenceReader(sequence, new Options("renameSequence", options)).rename(newName));
    }

    public void dropSequence(String sequence) {
        dropSequence(Map.of(), sequence);
    }

    public void dropSequence(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = Map.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String sequence) {
        Options read = new Options("dropSequence", options);
        emit(new SequenceReader(sequence, read).drop());
    }

    public void createExtension(String extension) {
        createExtension(Map.of(), extension);
    }

    public void createExtension(
            @NamedParam(value = "version", type = String.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String extension) {
        Options read = new Options("createExtension", options);
        String name = Columns.name("the extension", extension);
        CreateExtension.Options where = new CreateExtension.Options(read.text("schema"), read.text("version"));
        Operation operation = new CreateExtension(name, where, read.flag("cascade"), read.flag("ifNotExists"));
        read.done();
        emit(operation);
    }

    public void dropExtension(String extension) {
        dropExtension(Map.of(), extension);
    }

    public void dropExtension(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = Map.class)
                    Map<String, ?> options,
            String extension) {
        Options read = new Options("dropExtension", options);
        String name = Columns.name("the extension", extension);
        Options was = new Options("was of dropExtension", read.pairs("was"));
        CreateExtension.Options where = new CreateExtension.Options(was.text("schema"), was.text("version"));
        was.done();
        Operation operation =
                new DropExtension(name, read.flag("ifExists"), read.flag("cascade"), read.has("was") ? where : null);
        read.done();
        emit(operation);
    }

    public void createSchema(String schema) {
        createSchema(Map.of(), schema);
    }

    public void createSchema(
            @NamedParam(value = "authorization", type = String.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    Map<String, ?> options,
            String schema) {
        Options read = new Options("createSchema", options);
        String name = Columns.name("the schema", schema);
        Operation operation = new CreateSchema(name, read.text("authorization"), read.flag("ifNotExists"));
        read.done();
        emit(operation);
    }

    public void dropSchema(String schema) {
        dropSchema(Map.of(), schema);
    }

    public void dropSchema(
            @NamedParam(value = "authorization", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    Map<String, ?> options,
            String schema) {
        Options read = new Options("dropSchema", options);
        String name = Columns.name("the schema", schema);
        Operation operation =
                new DropSchema(name, read.text("authorization"), read.flag("ifExists"), read.flag("cascade"));
        read.done();
        emit(operation);
    }

    /** @param function as it is called, with its arguments: {@code price(net numeric, rate numeric)} */
    public void createFunction(
            @NamedParam(value = "body", type = String.class, required = true)
                    @NamedParam(value = "returns", type = Object.class)
                    @NamedParam(value = "language", type = String.class)
                    @NamedParam(value = "volatility", type = String.class)
                    @NamedParam(value = "strict", type = Boolean.class)
                    @NamedParam(value = "securityDefiner", type = Boolean.class)
                    @NamedParam(value = "leakproof", type = Boolean.class)
                    @NamedParam(value = "parallel", type = String.class)
                    @NamedParam(value = "cost", type = Number.class)
                    @NamedParam(value = "rows", type = Number.class)
                    @NamedParam(value = "set", type = Map.class)
                    @NamedParam(value = "replace", type = Boolean.class)
                    @NamedParam(value = "was", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String function) {
        Options read = new Options("createFunction", options);
        emit(RoutineReader.function(function, read).create());
    }

    public void dropFunction(String function) {
        dropFunction(Map.of(), function);
    }

    public void dropFunction(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = String.class)
                    @NamedParam(value = "returns", type = Object.class)
                    @NamedParam(value = "language", type = String.class)
                    @NamedParam(value = "volatility", type = String.class)
                    @NamedParam(value = "strict", type = Boolean.class)
                    @NamedParam(value = "securityDefiner", type = Boolean.class)
                    @NamedParam(value = "leakproof", type = Boolean.class)
                    @NamedParam(value = "parallel", type = String.class)
                    @NamedParam(value = "cost", type = Number.class)
                    @NamedParam(value = "rows", type = Number.class)
                    @NamedParam(value = "set", type = Map.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String function) {
        Options read = new Options("dropFunction", options);
        emit(RoutineReader.function(function, read).drop());
    }

    public void createProcedure(
            @NamedParam(value = "body", type = String.class, required = true)
                    @NamedParam(value = "language", type = String.class)
                    @NamedParam(value = "securityDefiner", type = Boolean.class)
                    @NamedParam(value = "set", type = Map.class)
                    @NamedParam(value = "replace", type = Boolean.class)
                    @NamedParam(value = "was", type = String.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String procedure) {
        Options read = new Options("createProcedure", options);
        emit(RoutineReader.procedure(procedure, read).create());
    }

    public void dropProcedure(String procedure) {
        dropProcedure(Map.of(), procedure);
    }

    public void dropProcedure(
            @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "was", type = String.class)
                    @NamedParam(value = "language", type = String.class)
                    @NamedParam(value = "securityDefiner", type = Boolean.class)
                    @NamedParam(value = "set", type = Map.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String procedure) {
        Options read = new Options("dropProcedure", options);
        emit(RoutineReader.procedure(procedure, read).drop());
    }

    public void createTrigger(
            @NamedParam(value = "before", type = Object.class)
                    @NamedParam(value = "after", type = Object.class)
                    @NamedParam(value = "insteadOf", type = Object.class)
                    @NamedParam(value = "of", type = List.class)
                    @NamedParam(value = "forEach", type = String.class)
                    @NamedParam(value = "when", type = Object.class)
                    @NamedParam(value = "execute", type = String.class)
                    @NamedParam(value = "body", type = String.class)
                    @NamedParam(value = "referencing", type = String.class)
                    @NamedParam(value = "constraint", type = Boolean.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "replace", type = Boolean.class)
                    @NamedParam(value = "ifNotExists", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String trigger,
            String table) {
        Options read = new Options("createTrigger", options);
        emit(new TriggerReader(trigger, table, read).create());
    }

    public void dropTrigger(String trigger, String table) {
        dropTrigger(Map.of(), trigger, table);
    }

    /** With the definition of {@code createTrigger}, {@code change} knows the way back. */
    public void dropTrigger(
            @NamedParam(value = "before", type = Object.class)
                    @NamedParam(value = "after", type = Object.class)
                    @NamedParam(value = "insteadOf", type = Object.class)
                    @NamedParam(value = "of", type = List.class)
                    @NamedParam(value = "forEach", type = String.class)
                    @NamedParam(value = "when", type = Object.class)
                    @NamedParam(value = "execute", type = String.class)
                    @NamedParam(value = "body", type = String.class)
                    @NamedParam(value = "referencing", type = String.class)
                    @NamedParam(value = "constraint", type = Boolean.class)
                    @NamedParam(value = "deferrable", type = Boolean.class)
                    @NamedParam(value = "initially", type = String.class)
                    @NamedParam(value = "ifExists", type = Boolean.class)
                    @NamedParam(value = "cascade", type = Boolean.class)
                    @NamedParam(value = "schema", type = String.class)
                    Map<String, ?> options,
            String trigger,
            String table) {
        Options read = new Options("dropTrigger", options);
        emit(new TriggerReader(trigger, table, read).drop());
    }
}
