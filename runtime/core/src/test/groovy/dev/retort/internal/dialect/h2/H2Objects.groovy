package dev.retort.internal.dialect.h2

import dev.retort.RetortException
import dev.retort.internal.dialect.Capability
import dev.retort.internal.dialect.Lack
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.AlterSequence
import dev.retort.internal.operation.CreateExtension
import dev.retort.internal.operation.CreateRoutine
import dev.retort.internal.operation.CreateSchema
import dev.retort.internal.operation.CreateSequence
import dev.retort.internal.operation.CreateTrigger
import dev.retort.internal.operation.CreateView
import dev.retort.internal.operation.DropExtension
import dev.retort.internal.operation.DropRoutine
import dev.retort.internal.operation.DropSchema
import dev.retort.internal.operation.DropSequence
import dev.retort.internal.operation.DropTrigger
import dev.retort.internal.operation.DropView
import dev.retort.internal.operation.ObjectOperation
import dev.retort.internal.operation.RefreshView
import dev.retort.internal.operation.RenameSequence
import dev.retort.internal.operation.ReplaceView
import groovy.transform.CompileStatic

/** Other objects than tables, of which this dialect has none. */
@CompileStatic
final class H2Objects implements ObjectOperation.Visitor<List<SqlStatement>> {

    @Override
    List<SqlStatement> createView(CreateView operation) {
        throw lack(Capability.VIEWS)
    }

    @Override
    List<SqlStatement> replaceView(ReplaceView operation) {
        throw lack(Capability.VIEWS)
    }

    @Override
    List<SqlStatement> dropView(DropView operation) {
        throw lack(Capability.VIEWS)
    }

    @Override
    List<SqlStatement> refreshView(RefreshView operation) {
        throw lack(Capability.MATERIALIZED_VIEWS)
    }

    @Override
    List<SqlStatement> createSequence(CreateSequence operation) {
        throw lack(Capability.SEQUENCES)
    }

    @Override
    List<SqlStatement> alterSequence(AlterSequence operation) {
        throw lack(Capability.SEQUENCES)
    }

    @Override
    List<SqlStatement> renameSequence(RenameSequence operation) {
        throw lack(Capability.SEQUENCES)
    }

    @Override
    List<SqlStatement> dropSequence(DropSequence operation) {
        throw lack(Capability.SEQUENCES)
    }

    @Override
    List<SqlStatement> createExtension(CreateExtension operation) {
        throw lack(Capability.EXTENSIONS)
    }

    @Override
    List<SqlStatement> dropExtension(DropExtension operation) {
        throw lack(Capability.EXTENSIONS)
    }

    @Override
    List<SqlStatement> createSchema(CreateSchema operation) {
        throw lack(Capability.SCHEMAS)
    }

    @Override
    List<SqlStatement> dropSchema(DropSchema operation) {
        throw lack(Capability.SCHEMAS)
    }

    @Override
    List<SqlStatement> createRoutine(CreateRoutine operation) {
        throw lack(Capability.ROUTINES)
    }

    @Override
    List<SqlStatement> dropRoutine(DropRoutine operation) {
        throw lack(Capability.ROUTINES)
    }

    @Override
    List<SqlStatement> createTrigger(CreateTrigger operation) {
        throw lack(Capability.TRIGGERS)
    }

    @Override
    List<SqlStatement> dropTrigger(DropTrigger operation) {
        throw lack(Capability.TRIGGERS)
    }

    static RetortException lack(Capability capability) {
        return new Lack("H2", capability).refusal(null)
    }
}
