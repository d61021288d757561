package dev.retort.internal.script;

import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.View;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a script says of one view. */
final class ViewReader {

    private static final List<String> CHECK_OPTIONS = List.of("CASCADED", "LOCAL");

    private final QualifiedName name;
    private final Options options;

    ViewReader(String name, Options options) {
        this.name = options.qualified("a view", name);
        this.options = options;
    }

    Operation create(String query) {
        boolean replace = options.flag("replace");
        boolean ifNotExists = options.flag("ifNotExists");
        boolean withData = !Boolean.FALSE.equals(options.choice("withData"));
        boolean was = options.sql("was") != null;
        Operation operation = was
                ? replacing(query)
                : new CreateView(view(query, options.names("columns")), replace, ifNotExists, withData);
        options.names("existingColumns");
        existing();
        options.done();
        boolean materialized = options.flag("materialized");
        if (was && !replace) {
            throw new Refusal(
                    "createView says was: without replace: true.", "Only what is replaced was something before.");
        } else if (replace && ifNotExists) {
            throw new Refusal("createView says both replace: and ifNotExists:.", "Keep one of them.");
        } else if (!withData && !materialized) {
            throw new Refusal(
                    "createView says withData: false, but the view is not materialized.", "Leave withData: out.");
        } else if (replace) {
            replaceable(materialized);
        }
        return operation;
    }

    Operation replace(String query) {
        ReplaceView operation = replacing(query);
        options.done();
        replaceable(operation.view().options().materialized());
        return operation;
    }

    /** Options that change are known only where the author says what they were. */
    private ReplaceView replacing(String query) {
        View view = view(query, options.names("columns"));
        String old = options.sql("was");
        List<String> columns = options.names("existingColumns");
        boolean known = (!options.has("with") || options.has("existingWith"))
                && (!options.has("checkOption") || options.has("existingCheckOption"));
        View.Options existing = existing();
        SortedSet<String> reset = new TreeSet<>();
        options.pairs("with").forEach((option, value) -> {
            if (value == null) {
                reset.add(String.valueOf(option));
            }
        });
        if (options.has("checkOption") && view.options().checkOption() == null) {
            reset.add(View.Options.CHECK_OPTION);
        }
        return new ReplaceView(view, old == null || !known ? null : view(old, columns, existing), reset);
    }

    private View.Options existing() {
        return new View.Options(
                options.flag("materialized"),
                options.flag("temporary"),
                checkOption(options.text("existingCheckOption")),
                storage(options.pairs("existingWith")));
    }

    Operation drop() {
        String query = options.sql("was");
        List<String> columns = options.names("columns");
        View was = query == null ? null : view(query, columns);
        Operation operation = new DropView(
                name, options.flag("materialized"), options.flag("ifExists"), options.flag("cascade"), was);
        options.done();
        return operation;
    }

    private View view(@Nullable String query, List<String> columns) {
        return view(
                query,
                columns,
                new View.Options(
                        options.flag("materialized"),
                        options.flag("temporary"),
                        checkOption(options.text("checkOption")),
                        storage(options.pairs("with"))));
    }

    private View view(@Nullable String query, List<String> columns, View.Options given) {
        if (query == null || query.isBlank()) {
            throw new Refusal("The query of the view \"" + name + "\" is empty.", "Write 'SELECT …'.");
        }
        return new View(name, columns, query.strip(), given);
    }

    static @Nullable String checkOption(@Nullable String word) {
        return Keywords.oneOf("checkOption", word, CHECK_OPTIONS);
    }

    private static SortedMap<String, String> storage(Map<?, ?> given) {
        SortedMap<String, String> storage = new TreeMap<>();
        given.forEach((option, value) -> {
            if (value != null) {
                storage.put(String.valueOf(option), String.valueOf(value));
            }
        });
        return storage;
    }

    private static void replaceable(boolean materialized) {
        if (materialized) {
            throw new Refusal(
                    "A materialized view is not replaced: its rows and indexes would be lost with it.",
                    "Write dropView and createView, and createIndex for each of its indexes.");
        }
    }
}
