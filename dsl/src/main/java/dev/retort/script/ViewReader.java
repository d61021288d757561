package dev.retort.script;

import dev.retort.operation.CreateView;
import dev.retort.operation.DropView;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        View view = view(query, options.names("columns"));
        boolean replace = options.flag("replace");
        View was = was("existingColumns");
        boolean ifNotExists = options.flag("ifNotExists");
        boolean withData = !Boolean.FALSE.equals(options.choice("withData"));
        options.done();
        if (was != null && !replace) {
            throw new Refusal(
                    "createView says was: without replace: true.", "Only what is replaced was something before.");
        } else if (replace && ifNotExists) {
            throw new Refusal("createView says both replace: and ifNotExists:.", "Keep one of them.");
        } else if (!withData && !view.options().materialized()) {
            throw new Refusal(
                    "createView says withData: false, but the view is not materialized.", "Leave withData: out.");
        }
        if (replace) {
            replaceable(view);
        }
        return was == null ? new CreateView(view, replace, ifNotExists, withData) : new ReplaceView(view, was);
    }

    Operation replace(String query) {
        View view = view(query, options.names("columns"));
        View was = was("existingColumns");
        options.done();
        replaceable(view);
        return new ReplaceView(view, was);
    }

    Operation drop() {
        View was = was("columns");
        Operation operation = new DropView(
                name, options.flag("materialized"), options.flag("ifExists"), options.flag("cascade"), was);
        options.done();
        return operation;
    }

    private @Nullable View was(String columns) {
        String query = options.sql("was");
        List<String> names = options.names(columns);
        return query == null ? null : view(query, names);
    }

    private View view(@Nullable String query, List<String> columns) {
        if (query == null || query.isBlank()) {
            throw new Refusal("The query of the view \"" + name + "\" is empty.", "Write 'SELECT …'.");
        }
        return new View(
                name,
                columns,
                query.strip(),
                new View.Options(
                        options.flag("materialized"),
                        options.flag("temporary"),
                        checkOption(options.text("checkOption")),
                        storage(options.pairs("with"))));
    }

    static @Nullable String checkOption(@Nullable String word) {
        return Words.oneOf("checkOption", word, CHECK_OPTIONS);
    }

    private static SortedMap<String, String> storage(Map<?, ?> given) {
        SortedMap<String, String> storage = new TreeMap<>();
        given.forEach((option, value) -> storage.put(String.valueOf(option), String.valueOf(value)));
        return storage;
    }

    private static void replaceable(View view) {
        if (view.options().materialized()) {
            throw new Refusal(
                    "A materialized view is not replaced: its rows and indexes would be lost with it.",
                    "Write dropView and createView, and createIndex for each of its indexes.");
        }
    }
}
