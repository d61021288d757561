package dev.retort.internal.dialect;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database is not capable of, as the sentence that its authors read. Which others are is looked up, and never
 * written by hand.
 *
 * @param product the name of the database, as people write it
 */
public record Lack(String product, Capability capability) {

    /** @param instead what to do instead; null where there is nothing */
    public RetortException refusal(@Nullable String instead) {
        Problem problem = Problem.of(product + " has no " + capability.words() + ".");
        String hint = hint(instead == null ? "" : instead, Dialects.with(capability));
        return new RetortException(RetortException.Kind.SCRIPT, hint.isEmpty() ? problem : problem.withHint(hint));
    }

    private static String hint(String instead, List<String> others) {
        if (others.isEmpty()) {
            return instead;
        }
        String names = others.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return (instead.isEmpty() ? "Write" : instead + " Or write") + " it for a database that has them: onlyOn("
                + (others.size() == 1 ? names : "[" + names + "]") + ") { … }.";
    }
}
