package dev.retort.internal.script;

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

/** The word an operation on another object than a table is written with. */
final class ObjectVerb implements ObjectOperation.Visitor<String> {
    @Override
    public String createView(CreateView operation) {
        return "createView";
    }

    @Override
    public String replaceView(ReplaceView operation) {
        return "replaceView";
    }

    @Override
    public String dropView(DropView operation) {
        return "dropView";
    }

    @Override
    public String refreshView(RefreshView operation) {
        return "refreshView";
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return "createSequence";
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        return "alterSequence";
    }

    @Override
    public String renameSequence(RenameSequence operation) {
        return "renameSequence";
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return "dropSequence";
    }

    @Override
    public String createExtension(CreateExtension operation) {
        return "createExtension";
    }

    @Override
    public String dropExtension(DropExtension operation) {
        return "dropExtension";
    }

    @Override
    public String createSchema(CreateSchema operation) {
        return "createSchema";
    }

    @Override
    public String dropSchema(DropSchema operation) {
        return "dropSchema";
    }

    @Override
    public String createRoutine(CreateRoutine operation) {
        return operation.routine().signature().procedure() ? "createProcedure" : "createFunction";
    }

    @Override
    public String dropRoutine(DropRoutine operation) {
        return operation.routine().procedure() ? "dropProcedure" : "dropFunction";
    }

    @Override
    public String createTrigger(CreateTrigger operation) {
        return "createTrigger";
    }

    @Override
    public String dropTrigger(DropTrigger operation) {
        return "dropTrigger";
    }
}
