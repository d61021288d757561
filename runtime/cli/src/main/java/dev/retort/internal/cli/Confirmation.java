package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import picocli.CommandLine.Option;

/** For the commands that destroy what is there: they ask first. */
final class Confirmation {

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask. Without a terminal to ask at, this is needed.")
    boolean given;

    /**
     * @param question a whole one: {@code Drop the database shop?}
     * @param untouched what to say where the answer is no
     */
    void require(Invocation invocation, String question, String untouched) {
        if (given) {
            return;
        }
        if (!Question.isPossible(invocation)) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("There is no terminal to ask at: " + question)
                            .withHint("Add --yes to say so. " + untouched));
        }
        if (!new Question(invocation).isYes(question)) {
            throw new RetortException(RetortException.Kind.FAILED, untouched);
        }
    }
}
