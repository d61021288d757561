package dev.retort.internal.sandbox.runtime;

import dev.retort.internal.json.Limits;

/**
 * What the answer to a question may hold where the script that asks runs elsewhere: its own guard, which would stop it,
 * has the answer only when all of it is there.
 */
public final class AnswerLimits implements Limits {

    private final Budget budget;

    public AnswerLimits(Budget budget) {
        this.budget = budget;
    }

    /** @throws BudgetExceeded where a script may not keep as much */
    @Override
    public void answer(long rows, long characters) {
        budget.exceededBy(rows, characters).ifPresent(problem -> {
            throw new BudgetExceeded(problem);
        });
    }
}
