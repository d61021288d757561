package dev.retort.internal.chain;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.header.Header;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that stand for others, whose scripts are gone. Whoever has applied the last of those has applied what
 * stands for them.
 */
public final class Squashes {

    private final Map<String, String> successors = new HashMap<>();
    private final Set<String> last = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Squashes(Collection<RevisionFile> files) {
        Set<String> ids = new HashSet<>();
        files.stream()
                .filter(file -> !file.stored())
                .forEach(file -> ids.add(file.header().revision()));
        for (RevisionFile file : files) {
            file.header().squashed().forEach(old -> add(file, old, ids));
        }
    }

    private void add(RevisionFile file, String old, Set<String> ids) {
        Header header = file.header();
        String other = successors.put(old, header.revision());
        if (ids.contains(old)) {
            problems.add(problem(file, "stands for \"" + old + "\", which has a script of its own")
                    .withHint("Delete that script, or take the id out of squashed."));
        } else if (other != null) {
            problems.add(problem(file, "stands for \"" + old + "\", and so does " + other)
                    .withHint("One of them can."));
        }
        if (old.equals(header.squashed().get(header.squashed().size() - 1))) {
            last.add(old);
        }
    }

    private static Problem problem(RevisionFile file, String what) {
        Location place =
                file.header().entry("squashed").map(Header.Entry::location).orElse(Location.of(file.file()));
        return Problem.at(place, "Revision " + file.header().revision() + " " + what + ".");
    }

    /** What keeps one from replacing the other. */
    List<Problem> problems() {
        return problems;
    }

    /** What stands for each id that stands for itself no more. */
    public Map<String, String> successors() {
        return successors;
    }

    /** What stands for an id, or the id itself. */
    String name(String id) {
        return successors.getOrDefault(id, id);
    }

    /** What stands for a version row that says all of it is applied; null where none does. */
    public @Nullable String whole(String row) {
        return last.contains(row) ? successors.get(row) : null;
    }
}
