package dev.retort.internal.source;

import dev.retort.internal.operation.CreateView;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.ReplaceView;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes views. */
final class ViewWriter {

    private ViewWriter() {}

    static Statement create(CreateView operation) {
        View view = operation.view();
        boolean materialized = view.options().materialized();
        if (operation.replace() && (operation.ifNotExists() || materialized)) {
            throw new OperationNotWritable("A script cannot say replace of the view \"" + view.name()
                    + "\" with ifNotExists, or where it is materialized.");
        } else if (!operation.withData() && !materialized) {
            throw new OperationNotWritable(
                    "A script cannot leave the view \"" + view.name() + "\" empty, which is not materialized.");
        }
        ArgumentList arguments = queried("createView", view);
        options(arguments, view);
        return arguments
                .flag("replace", operation.replace())
                .flag("ifNotExists", operation.ifNotExists())
                .choice("withData", operation.withData() ? null : Boolean.FALSE)
                .statement();
    }

    private static ArgumentList queried(String verb, View view) {
        return new ArgumentList(verb).text(NameText.of(view.name())).add(query(view));
    }

    /** The language takes the blanks around it away. */
    private static Code query(View view) {
        if (!view.query().equals(NameText.plain(view.query()).strip())) {
            throw new OperationNotWritable(
                    "A script cannot keep the blanks around the query of \"" + view.name() + "\".");
        }
        return new Code.Query(view.query());
    }

    private static void options(ArgumentList arguments, View view) {
        View.Options options = view.options();
        arguments
                .names("columns", view.columns())
                .flag("materialized", options.materialized())
                .flag("temporary", options.temporary())
                .option("checkOption", options.checkOption());
        storage(arguments, "with", options.storage(), Set.of());
    }

    private static void storage(ArgumentList arguments, String name, Map<String, String> storage, Set<String> reset) {
        List<Code> entries = new ArrayList<>();
        storage.forEach((option, value) -> entries.add(new Code.Named(GroovyText.key(option), value(value))));
        reset.forEach(option -> entries.add(new Code.Named(GroovyText.key(option), Code.text("null"))));
        if (!entries.isEmpty()) {
            arguments.option(name, Code.map(entries));
        }
    }

    private static Code value(String value) {
        boolean plain = value.equals("true") || value.equals("false");
        return Code.text(plain ? value : GroovyText.text(value));
    }

    static Statement replace(ReplaceView operation) {
        View view = operation.view();
        View was = operation.was();
        check(view, was);
        ArgumentList arguments = queried("replaceView", view)
                .names("columns", view.columns())
                .flag("temporary", view.options().temporary());
        Set<String> resetInWith = new TreeSet<>(operation.reset());
        boolean resetsCheck =
                resetInWith.remove(View.Options.CHECK_OPTION) && view.options().checkOption() == null;
        if (operation.reset().contains(View.Options.CHECK_OPTION) && !resetsCheck) {
            resetInWith.add(View.Options.CHECK_OPTION);
        }
        if (view.options().checkOption() != null || resetsCheck) {
            arguments.option("checkOption", ValueWords.value(view.options().checkOption()));
        }
        storage(arguments, "with", view.options().storage(), resetInWith);
        boolean withIsSaid = !view.options().storage().isEmpty() || !resetInWith.isEmpty();
        if (was != null) {
            arguments.option("was", query(was)).names("existingColumns", was.columns());
            Map<String, String> storage = new LinkedHashMap<>(was.options().storage());
            storage(arguments, "existingWith", storage, Set.of());
            if (withIsSaid && storage.isEmpty()) {
                arguments.option("existingWith", Code.text("[:]"));
            }
            existingCheck(arguments, was.options().checkOption(), view.options().checkOption() != null || resetsCheck);
        }
        return arguments.statement();
    }

    private static void existingCheck(ArgumentList arguments, @Nullable String was, boolean isSaid) {
        if (was != null || isSaid) {
            arguments.option("existingCheckOption", ValueWords.value(was));
        }
    }

    private static void check(View view, @Nullable View was) {
        if (view.options().materialized()) {
            throw new OperationNotWritable("A script cannot replace the materialized view \"" + view.name() + "\".");
        }
        if (was != null) {
            NameText.requireSame(view.name(), was.name());
            if (was.options().materialized()
                    || !Objects.equals(was.options().temporary(), view.options().temporary())) {
                throw new OperationNotWritable("A script cannot replace the view \"" + view.name()
                        + "\" by one that is temporary where it was not, or the other way round.");
            }
        }
    }

    static Statement drop(DropView operation) {
        ArgumentList arguments = new ArgumentList("dropView")
                .text(NameText.of(operation.view()))
                .flag("ifExists", operation.ifExists())
                .flag("cascade", operation.cascade());
        View was = operation.was();
        if (was == null) {
            return arguments.flag("materialized", operation.materialized()).statement();
        }
        NameText.requireSame(operation.view(), was.name());
        if (was.options().materialized() != operation.materialized()) {
            throw new OperationNotWritable("A script cannot drop the view \"" + was.name()
                    + "\" as one that is materialized where it was not, or the other way round.");
        }
        options(arguments, was);
        return arguments.option("was", query(was)).statement();
    }
}
