package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.cli.completion.Shell;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.error.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Print a script with which bash, zsh or fish completes commands, options and revisions.",
        footer = {
            "",
            "Examples:",
            "  source <(retort completion bash)   for this bash, or this zsh with: retort completion zsh",
            "  retort completion bash >~/.local/share/bash-completion/completions/retort",
            "                                     for every bash to come",
            "  retort completion zsh >~/.zfunc/_retort",
            "                                     for every zsh, with that folder on its fpath",
            "  retort completion fish >~/.config/fish/completions/retort.fish",
            "                                     for every fish"
        })
final class CompletionCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "SHELL",
            defaultValue = "bash",
            converter = Positional.class,
            completionCandidates = Shell.Names.class,
            description = "bash, zsh or fish. Without it: bash.")
    String shell = "bash";

    @Override
    public ExitCode run(Invocation invocation) {
        Shell named = Shell.named(shell).orElseThrow(() -> unknown(shell));
        String script = named.script(CommandTree.create());
        invocation.console().result(invocation.json() ? JsonDocuments.page("completion", script) : script);
        return ExitCode.DONE;
    }

    private static RetortException unknown(String shell) {
        return new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("There is no completion for \"" + shell + "\"; there is one for bash, zsh and fish.")
                        .withHint(Suggestion.didYouMean(shell, Shell.Names.all())
                                .orElse("Type: retort completion --help")));
    }
}
