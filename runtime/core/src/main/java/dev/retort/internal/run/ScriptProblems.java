package dev.retort.internal.run;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.sql.Excerpt;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is wrong with a script that is followed without a run, each with the line that asks for it. */
public final class ScriptProblems {

    private final Set<Problem> all = new LinkedHashSet<>();
    private Location line;

    /** @param file of the script, as messages name it */
    public ScriptProblems(String file) {
        this.line = Location.of(file);
    }

    /** What comes next is asked for by this line. */
    public void at(Location next) {
        line = next;
    }

    /** Keeps what is refused, and goes on: all of a script's problems are reported at once. */
    public void collect(Runnable work) {
        try {
            work.run();
        } catch (RetortException e) {
            e.problems()
                    .forEach(problem -> all.add(new Problem(
                            problem.location() == null ? line : problem.location(),
                            Excerpt.of(problem.sentence()),
                            problem.hint())));
        }
    }

    public void addAll(Collection<Problem> problems) {
        all.addAll(problems);
    }

    public Set<Problem> all() {
        return all;
    }
}
