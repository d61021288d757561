package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.editor.EditorServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lsp",
        description = "Serve an editor: check, complete and explain scripts while they are written.",
        footer = {
            "",
            "Editors start it, and speak the Language Server Protocol with it over its standard streams. What it logs goes",
            "to standard error. The project of a script is the nearest folder above it that has a retort.toml. No database",
            "is asked.",
            "",
            "Examples:",
            "  retort lsp                         the command for the settings of an editor",
            "  retort lsp --env test              with the settings of an environment"
        })
final class LspCommand implements Action {

    @Option(names = "--stdio", description = "Over standard streams, as always; editors that can do otherwise say so.")
    boolean stdio;

    @Override
    public ExitCode run(Invocation invocation) {
        if (invocation.json()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("An editor is answered in its own protocol, and not in JSON documents.")
                            .withHint("Leave --json out."));
        }
        EditorServer server = EditorServer.installed();
        if (invocation.process().terminals().in()) {
            invocation.console().progress("Waiting for an editor on standard input; Ctrl-C ends it.");
        }
        return server.serve(invocation.editorSession()) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
