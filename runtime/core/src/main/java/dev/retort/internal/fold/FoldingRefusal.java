package dev.retort.internal.fold;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the database would refuse, as sentences. */
final class FoldingRefusal {

    private FoldingRefusal() {}

    static RetortException of(String sentence, @Nullable String hint) {
        Problem problem = Problem.of(sentence);
        return new RetortException(RetortException.Kind.SCRIPT, hint == null ? problem : problem.withHint(hint));
    }

    /**
     * @param what {@code table "users"}, maybe with what it is part of
     * @param name what was written
     * @param known the names there are
     */
    static RetortException unknown(String what, String name, Collection<String> known) {
        return of(
                "There is no " + what + ".", Suggestion.didYouMean(name, known).orElse(null));
    }

    static RetortException taken(String what) {
        String article = "aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ";
        return of("There is " + article + what + " already.", "Choose another name, or drop that first.");
    }

    /** @param needing {@code the view "v"}, … */
    static RetortException needed(String what, List<String> needing) {
        return of(
                "The " + what + " cannot be dropped: "
                        + needing.stream().distinct().collect(Collectors.joining(", "))
                        + (needing.size() == 1 ? " needs it." : " need it."),
                "Drop that first, or add cascade: true to drop it as well.");
    }
}
