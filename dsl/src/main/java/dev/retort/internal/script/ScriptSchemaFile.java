package dev.retort.internal.script;

import groovy.lang.Closure;

/** A schema file that a compiled script is. Each run has an instance of the script of its own. */
public final class ScriptSchemaFile implements SchemaFile {

    private final String file;
    private final ScriptRuns<SchemaScript> runs;

    public ScriptSchemaFile(String file, ScriptRuns<SchemaScript> runs) {
        this.file = file;
        this.runs = runs;
    }

    @Override
    public void declare(Channel channel) {
        String dialect = channel.dialect();
        runs.start(run -> {
            Closure<?> statements = run.script().declarations();
            if (statements != null) {
                WatchedChannel watched = new WatchedChannel(file, channel, dialect, run);
                Closures.call(statements, new Declarations(watched, run.naming(), run.databases()));
            }
        });
    }
}
