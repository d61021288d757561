package dev.retort.internal.jpa.hibernate;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.jpa.EntityDdl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why Hibernate did not get as far as to statements, in a sentence. */
final class EntityRefusal {

    private final EntityDdl.Request request;

    EntityRefusal(EntityDdl.Request request) {
        this.request = request;
    }

    RetortException because(Throwable failure) {
        String missing = missingClass(failure);
        if (missing != null) {
            return usage(
                    "The class " + missing + " is not on the class path of the entities.",
                    "Copy all libraries there: mvn dependency:copy-dependencies",
                    failure);
        } else if (failure instanceof LinkageError) {
            return usage(
                    "The libraries on the class path of the entities do not fit each other: " + reasons(failure),
                    "Copy those of one application there, each once: mvn dependency:copy-dependencies",
                    failure);
        } else if (isWithoutDialect(failure)) {
            return usage(
                    "Hibernate has no dialect for " + request.database() + " on the class path of the entities.",
                    "Add org.hibernate.orm:hibernate-community-dialects in the version of hibernate-core.",
                    failure);
        }
        return new RetortException(
                RetortException.Kind.SCRIPT,
                List.of(Problem.of("Hibernate refuses the entities: " + reasons(failure))),
                failure);
    }

    private static RetortException usage(String sentence, String hint, Throwable failure) {
        return new RetortException(
                RetortException.Kind.USAGE, List.of(Problem.of(sentence).withHint(hint)), failure);
    }

    private static @Nullable String missingClass(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof NoClassDefFoundError || each instanceof ClassNotFoundException) {
                return String.valueOf(each.getMessage()).replace('/', '.');
            }
        }
        return null;
    }

    private static boolean isWithoutDialect(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("hibernate.dialect") || message.contains("resolve the dialect");
    }

    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String reason = String.valueOf(each.getMessage());
            if (reasons.indexOf(reason) < 0) {
                reasons.append(reasons.isEmpty() ? "" : ": ").append(reason);
            }
        }
        return reasons.toString().endsWith(".") ? reasons.toString() : reasons + ".";
    }
}
