package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Trigger;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Triggers as SQL. */
final class TriggerStatements {

    private TriggerStatements() {}

    static List<SqlStatement> create(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        Trigger.Call execute = trigger.execute();
        if (execute == null) {
            throw Refusal.lacks(
                    Capability.TRIGGER_BODIES,
                    "Add execute: 'function()'; createFunction makes one that returns: 'trigger'.");
        }
        String sql = "CREATE " + (operation.replace() ? "OR REPLACE " : "")
                + (trigger.options().deferral() == null ? "" : "CONSTRAINT ") + "TRIGGER "
                + Identifiers.quote(trigger.name())
                + "\n" + trigger.timing().name().replace('_', ' ') + " " + events(trigger) + " ON "
                + Identifiers.quote(trigger.table())
                + deferral(trigger.options().deferral())
                + (trigger.options().referencing() == null
                        ? ""
                        : "\nREFERENCING " + trigger.options().referencing())
                + "\nFOR EACH " + (trigger.forEachRow() ? "ROW" : "STATEMENT")
                + (trigger.when() == null ? "" : "\nWHEN (" + trigger.when() + ")")
                + "\nEXECUTE FUNCTION " + Identifiers.quote(execute.function()) + "(" + execute.arguments() + ")";
        return List.of(AuthorsSql.whole(sql, operation.ifNotExists() ? Blocks.unless("duplicate_object", sql) : sql));
    }

    private static String events(Trigger trigger) {
        return trigger.events().stream()
                .map(event ->
                        event == Trigger.Event.UPDATE && !trigger.columns().isEmpty()
                                ? "UPDATE OF " + names(trigger.columns())
                                : event.name())
                .collect(Collectors.joining(" OR "));
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    private static String deferral(@Nullable Deferral deferral) {
        if (deferral == null) {
            return "";
        }
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> "\nDEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> "\nDEFERRABLE INITIALLY DEFERRED";
        };
    }

    static String drop(DropTrigger operation) {
        return "DROP TRIGGER " + Clauses.ifExists(operation.ifExists()) + Identifiers.quote(operation.trigger())
                + " ON " + Identifiers.quote(operation.table()) + Clauses.cascade(operation.cascade());
    }
}
