package dev.retort.internal.sandbox.runtime;

import dev.retort.Problem;

/**
 * A script used up its budget. It is an error, which ordinary catch clauses let pass; a script that catches it all the
 * same is stopped again by the first statement of the clause.
 */
public final class BudgetExceeded extends Error {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    BudgetExceeded(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** One sentence, and what to do. */
    public Problem problem() {
        return problem;
    }
}
