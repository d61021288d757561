package dev.retort.internal.operation;

/** An operation on what is no table and belongs to none of its columns: views, sequences, routines, triggers, …. */
public sealed interface ObjectOperation extends Operation
        permits AlterSequence,
                CreateExtension,
                CreateRoutine,
                CreateSchema,
                CreateSequence,
                CreateTrigger,
                CreateView,
                DropExtension,
                DropRoutine,
                DropSchema,
                DropSequence,
                DropTrigger,
                DropView,
                RefreshView,
                RenameSequence,
                ReplaceView {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.objectOperation(this);
    }

    /** One method an operation; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R createView(CreateView operation);

        R replaceView(ReplaceView operation);

        R dropView(DropView operation);

        R refreshView(RefreshView operation);

        R createSequence(CreateSequence operation);

        R alterSequence(AlterSequence operation);

        R renameSequence(RenameSequence operation);

        R dropSequence(DropSequence operation);

        R createExtension(CreateExtension operation);

        R dropExtension(DropExtension operation);

        R createSchema(CreateSchema operation);

        R dropSchema(DropSchema operation);

        R createRoutine(CreateRoutine operation);

        R dropRoutine(DropRoutine operation);

        R createTrigger(CreateTrigger operation);

        R dropTrigger(DropTrigger operation);
    }
}
