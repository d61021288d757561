package dev.retort.internal.cli;

import dev.retort.internal.cli.render.JsonDocuments;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

@Command(
        name = "completion",
        description = "Print a script with which bash or zsh completes commands and options.",
        footer = {
            "",
            "Examples:",
            "  retort completion >~/.local/share/bash-completion/completions/retort",
            "                                     for every bash to come",
            "  source <(retort completion)        for this one"
        })
final class CompletionCommand implements Action {

    @Override
    public ExitCode run(Invocation invocation) {
        String script = AutoComplete.bash("retort", CommandTree.create());
        invocation.console().result(invocation.json() ? JsonDocuments.page("completion", script) : script);
        return ExitCode.DONE;
    }
}
