package dev.retort.internal.script;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion.Kind;
import dev.retort.internal.script.verb.InSchema;
import dev.retort.internal.script.verb.Verb;
import dev.retort.internal.script.verb.Verbs;
import org.jspecify.annotations.Nullable;

/** The questions that a script asks of what the database has. */
@Verbs(generates = "QuestionOperations", under = "DataOperations")
final class QuestionVerbs {

    private QuestionVerbs() {}

    /** Whether there is a table of this name; a view is none. */
    @Verb
    @InSchema
    static boolean hasTable(VerbContext context, String table, Options options) {
        return has(context, Kind.TABLE, table, null, options);
    }

    @Verb
    @InSchema
    static boolean hasColumn(VerbContext context, String table, String column, Options options) {
        return has(context, Kind.COLUMN, column, table, options);
    }

    @Verb
    @InSchema
    static boolean hasIndex(VerbContext context, String name, Options options) {
        return has(context, Kind.INDEX, name, null, options);
    }

    @Verb
    @InSchema
    static boolean hasIndex(VerbContext context, String name, String table, Options options) {
        return has(context, Kind.INDEX, name, table, options);
    }

    @Verb
    @InSchema
    static boolean hasConstraint(VerbContext context, String name, String table, Options options) {
        return has(context, Kind.CONSTRAINT, name, table, options);
    }

    private static boolean has(VerbContext context, Kind kind, String name, @Nullable String table, Options options) {
        QualifiedName of = VerbContext.named(table == null ? name : table, options);
        options.done();
        QualifiedName object =
                table == null ? of : QualifiedName.of(Columns.name("what " + kind.word() + " looks for", name));
        return context.asking().has(new CatalogQuestion(kind, object, table == null ? null : of));
    }
}
