package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.Trigger;
import dev.retort.internal.schema.View;
import dev.retort.internal.sql.SqlToken;
import java.util.List;

/** Views and triggers as SQL. */
final class ObjectText {

    private ObjectText() {}

    static SqlStatement view(View view, boolean ifNotExists) {
        View.Options options = view.options();
        if (options.materialized()) {
            throw materialized();
        } else if (options.checkOption() != null) {
            throw Refusal.lacks(Capability.CHECKED_VIEWS, "Leave checkOption: out, or write insteadOf: triggers.");
        } else if (!options.storage().isEmpty()) {
            throw Refusal.lacks(Capability.VIEW_OPTIONS, "Leave with: out.");
        }
        return AuthorsSql.whole("CREATE " + (options.temporary() ? "TEMPORARY " : "") + "VIEW "
                + (ifNotExists ? "IF NOT EXISTS " : "") + Names.quote(view.name())
                + (view.columns().isEmpty() ? "" : " (" + Names.quoted(view.columns()) + ")") + " AS\n"
                + AuthorsSql.part("The query of the view \"" + view.name() + "\"", view.query()));
    }

    static RetortException materialized() {
        return Refusal.lacks(
                Capability.MATERIALIZED_VIEWS,
                "Write materialized: dialect != 'sqlite', which makes a plain view here.");
    }

    static SqlStatement trigger(Trigger trigger, boolean ifNotExists) {
        refuseUnknown(trigger);
        Trigger.Event event = trigger.events().get(0);
        String of = trigger.columns().isEmpty() ? "" : " OF " + Names.quoted(trigger.columns());
        return AuthorsSql.whole("CREATE TRIGGER " + (ifNotExists ? "IF NOT EXISTS " : "") + Names.quote(trigger.name())
                + "\n" + trigger.timing().name().replace('_', ' ') + " " + event + of + " ON "
                + Names.quote(trigger.table()) + "\nFOR EACH ROW"
                + (trigger.when() == null ? "" : "\nWHEN (" + trigger.when() + ")") + "\nBEGIN\n" + body(trigger)
                + "\nEND");
    }

    private static void refuseUnknown(Trigger trigger) {
        if (trigger.events().size() > 1) {
            throw Refusal.lacks(
                    Capability.TRIGGERS_OF_SEVERAL_EVENTS, "Write one trigger for each, with names of their own.");
        } else if (trigger.events().contains(Trigger.Event.TRUNCATE)) {
            throw Refusal.lacks(Capability.TRUNCATE_TRIGGERS, "Write 'delete'.");
        } else if (!trigger.forEachRow()) {
            throw Refusal.lacks(Capability.STATEMENT_TRIGGERS, "Leave forEach: out.");
        } else if (trigger.options().deferral() != null) {
            throw Refusal.lacks(Capability.CONSTRAINT_TRIGGERS, "Leave constraint: and deferrable: out.");
        } else if (trigger.options().referencing() != null) {
            throw Refusal.lacks(Capability.TRANSITION_TABLES, "Leave referencing: out.");
        }
    }

    private static String body(Trigger trigger) {
        String body = trigger.body();
        List<SqlToken> tokens = body == null ? List.of() : Names.tokens(body);
        if (body == null || tokens.isEmpty()) {
            throw Refusal.lacks(Capability.TRIGGER_FUNCTIONS, "Add body: 'UPDATE …'.");
        } else if (tokens.get(0).isWord("BEGIN")) {
            throw Refusal.of(
                    "The body of the trigger \"" + trigger.name() + "\" begins with BEGIN.",
                    "Leave BEGIN and END out; they are written around it.");
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        return last.isSymbol(";")
                ? body.strip()
                : body.substring(0, last.end()).strip() + ";"
                        + body.substring(last.end()).stripTrailing();
    }
}
