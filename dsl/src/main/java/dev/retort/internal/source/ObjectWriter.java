package dev.retort.internal.source;

import dev.retort.internal.operation.AlterSequence;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateSchema;
import dev.retort.internal.operation.CreateSequence;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropExtension;
import dev.retort.internal.operation.DropRoutine;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropSequence;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.ObjectOperation;
import dev.retort.internal.operation.RefreshView;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.QualifiedName;

/** Writes the operations on what a database holds besides tables. */
final class ObjectWriter implements ObjectOperation.Visitor<Statement> {

    static final ObjectWriter WORDS = new ObjectWriter();

    private ObjectWriter() {}

    private static ArgumentList of(String verb, QualifiedName name) {
        return new ArgumentList(verb).text(NameText.of(name));
    }

    @Override
    public Statement createView(CreateView operation) {
        return ViewWriter.create(operation);
    }

    @Override
    public Statement replaceView(ReplaceView operation) {
        return ViewWriter.replace(operation);
    }

    @Override
    public Statement dropView(DropView operation) {
        return ViewWriter.drop(operation);
    }

    @Override
    public Statement refreshView(RefreshView operation) {
        return of("refreshView", operation.view())
                .flag("concurrently", operation.concurrently())
                .choice("withData", operation.withData() ? null : Boolean.FALSE)
                .statement();
    }

    @Override
    public Statement createSequence(CreateSequence operation) {
        return SequenceWriter.options(of("createSequence", operation.sequence()), operation.options())
                .flag("temporary", operation.temporary())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement alterSequence(AlterSequence operation) {
        if (operation.to().isEmpty() && operation.restart() == null) {
            throw new OperationNotWritable(
                    "A script cannot alter nothing of the sequence \"" + operation.sequence() + "\".");
        }
        ArgumentList arguments = SequenceWriter.options(of("alterSequence", operation.sequence()), operation.to());
        if (operation.restart() != null) {
            arguments.option(
                    "restart",
                    Code.text(
                            operation.restart().to() == null
                                    ? "true"
                                    : String.valueOf(operation.restart().to())));
        }
        if (!operation.from().isEmpty()) {
            arguments.option("was", SequenceWriter.map(operation.from()));
        }
        return arguments.statement();
    }

    @Override
    public Statement renameSequence(RenameSequence operation) {
        return of("renameSequence", operation.sequence())
                .text(NameText.own(operation.newName()))
                .statement();
    }

    @Override
    public Statement dropSequence(DropSequence operation) {
        ArgumentList arguments = of("dropSequence", operation.sequence())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            arguments.option("was", SequenceWriter.map(operation.was()));
        }
        return arguments.statement();
    }

    @Override
    public Statement createExtension(CreateExtension operation) {
        return extension(
                        new ArgumentList("createExtension").text(NameText.plain(operation.extension())),
                        operation.options())
                .flag("cascade", operation.cascade())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    private static ArgumentList extension(ArgumentList arguments, CreateExtension.Options options) {
        return arguments.option("schema", options.schema()).option("version", options.version());
    }

    @Override
    public Statement dropExtension(DropExtension operation) {
        ArgumentList arguments = new ArgumentList("dropExtension")
                .text(NameText.plain(operation.extension()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        if (operation.was() != null) {
            arguments.option(
                    "was",
                    Code.map(extension(new ArgumentList("was"), operation.was()).list()));
        }
        return arguments.statement();
    }

    @Override
    public Statement createSchema(CreateSchema operation) {
        return new ArgumentList("createSchema")
                .text(NameText.plain(operation.schema()))
                .option("authorization", operation.owner())
                .flag("ifNotExists", operation.ifNotExists())
                .statement();
    }

    @Override
    public Statement dropSchema(DropSchema operation) {
        return new ArgumentList("dropSchema")
                .text(NameText.plain(operation.schema()))
                .option("authorization", operation.owner())
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade())
                .statement();
    }

    @Override
    public Statement createRoutine(CreateRoutine operation) {
        return RoutineWriter.create(operation);
    }

    @Override
    public Statement dropRoutine(DropRoutine operation) {
        return RoutineWriter.drop(operation);
    }

    @Override
    public Statement createTrigger(CreateTrigger operation) {
        return TriggerWriter.create(operation);
    }

    @Override
    public Statement dropTrigger(DropTrigger operation) {
        return TriggerWriter.drop(operation);
    }
}
