package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;

/**
 * What keeps a step of a script of SQL from being run where it does not belong, a second time above all.
 *
 * @param table whose rows say whether the step may run
 * @param column of the rows
 * @param condition under which it may, as SQL for any database
 * @param sentence for when it may not
 */
public record StepGuard(QualifiedName table, String column, String condition, String sentence) {}
