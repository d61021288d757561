package dev.retort.internal.sandbox;

import dev.retort.internal.script.AuthoredScript;
import dev.retort.internal.script.MigrationScript;
import dev.retort.internal.script.SchemaScript;
import org.codehaus.groovy.control.SourceUnit;

/** What a script is for: its shape, and the words at its top. */
enum ScriptKind {
    REVISION("revision", MigrationScript.class, Scope.HEADER) {
        @Override
        void shape(SourceUnit source) {
            RevisionOutline.check(source);
        }

        @Override
        String shortened() {
            return "Split the migration, or load bulk data by other means.";
        }

        @Override
        Sentence withoutStatements() {
            return Sentence.of(
                    "The file has classes, but no statements of a migration.", "Write revision '…' and upgrade { … }.");
        }
    },
    SCHEMA("schema", SchemaScript.class, Scope.DECLARATIONS) {
        @Override
        void shape(SourceUnit source) {
            WrappedOutline.wrap(
                    source, "declare", "schema file", "a schema file declares what there is: table('t') { … }.");
        }

        @Override
        String shortened() {
            return "Split it: all schema files of a folder are read.";
        }

        @Override
        Sentence withoutStatements() {
            return Sentence.of(
                    "The file has classes, but declares nothing.", "Write table('t') { column 'id', bigint }.");
        }
    },
    /** Rows for tests; its statements are those of an upgrade. */
    FIXTURE("fixture", MigrationScript.class, Scope.HEADER) {
        @Override
        void shape(SourceUnit source) {
            WrappedOutline.wrap(
                    source,
                    "upgrade",
                    "fixture",
                    "a fixture inserts rows: bulkInsert 'users', [[id: 1, name: 'Ada']].");
        }

        @Override
        String shortened() {
            return "Put the rows into a file beside it: bulkInsert 'users', csv('users.csv').";
        }

        @Override
        Sentence withoutStatements() {
            return Sentence.of(
                    "The file has classes, but inserts nothing.", "Write bulkInsert 'users', [[id: 1, name: 'Ada']].");
        }
    };

    private final String word;
    private final Class<? extends AuthoredScript> type;
    private final Scope top;

    ScriptKind(String word, Class<? extends AuthoredScript> type, Scope top) {
        this.word = word;
        this.type = type;
        this.top = top;
    }

    /** What the statements of such a script are compiled to. */
    Class<? extends AuthoredScript> type() {
        return type;
    }

    /** The words that its statements begin with. */
    Scope top() {
        return top;
    }

    /** Under what the compiled script is kept: the same text is another one as another kind. */
    String keptAs(String file) {
        return this == REVISION ? file : word + " " + file;
    }

    /** Looks at the outline of a script before its names are resolved, and makes of it what can be run. */
    abstract void shape(SourceUnit source);

    /** What to do where one is too long. */
    abstract String shortened();

    /** What is said of a file that has nothing to run. */
    abstract Sentence withoutStatements();

    /** Fit for Java whatever the file is called, and no name that a class of a script is likely to have. */
    String className(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int end = name.lastIndexOf('.');
        String stem = end > 0 ? name.substring(0, end) : name;
        return word + "_" + stem.replaceAll("[^A-Za-z0-9]", "_");
    }
}
