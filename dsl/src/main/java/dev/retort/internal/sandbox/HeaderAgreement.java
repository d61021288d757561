package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.script.DeclaredHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether what a script's header statements say when they are run is what was read without running them. */
public final class HeaderAgreement {

    private HeaderAgreement() {}

    /** @throws RetortException with all differences */
    public static void check(ScriptSource source, Header read, DeclaredHeader said) {
        List<Problem> differences = problems(source, read, said);
        if (!differences.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, differences);
        }
    }

    private static List<Problem> problems(ScriptSource source, Header read, DeclaredHeader said) {
        List<Problem> problems = new ArrayList<>();
        check("revision", read.revision(), said.revision(), source, read, problems);
        check("downRevision", read.downRevisions(), said.downRevisions(), source, read, problems);
        check("branchLabels", read.branchLabels(), said.branchLabels(), source, read, problems);
        check("dependsOn", read.dependsOn(), said.dependsOn(), source, read, problems);
        check("squashed", read.squashed(), said.squashed(), source, read, problems);
        check("message", read.message(), said.message(), source, read, problems);
        check("created", read.created(), said.created(), source, read, problems);
        for (String word : StatementLimits.WORDS) {
            check(word, text(read, word), said.limits().get(word), source, read, problems);
        }
        return problems;
    }

    private static @Nullable String text(Header header, String word) {
        return header.entry(word).map(entry -> entry.values().get(0)).orElse(null);
    }

    private static void check(
            String word,
            @Nullable Object read,
            @Nullable Object said,
            ScriptSource source,
            Header header,
            List<Problem> problems) {
        if (!Objects.equals(read, said)) {
            Location where = header.entry(word).map(Header.Entry::location).orElse(Location.of(source.file()));
            problems.add(Problem.at(
                            where,
                            "The header says " + word + " \"" + read + "\", but the script itself says \"" + said
                                    + "\".")
                    .withHint("Write the header as plain statements, outside of any condition or loop."));
        }
    }
}
