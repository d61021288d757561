package dev.retort.internal.script;

import dev.retort.Problem;

/** What a script asked for makes no sense; reported with the script's line once it has left the closure. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refusal(String sentence, String hint) {
        super(sentence + " " + hint);
        this.problem = Problem.of(sentence).withHint(hint);
    }

    Refusal(String sentence) {
        super(sentence);
        this.problem = Problem.of(sentence);
    }

    public Problem problem() {
        return problem;
    }
}
