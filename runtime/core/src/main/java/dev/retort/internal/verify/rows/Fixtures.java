package dev.retort.internal.verify.rows;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.error.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows that a project gives itself, for where none can be generated or generated ones do not do: {@code <rev>.sql} or
 * {@code <rev>.groovy} in one folder, with a slug after the id if it likes, for the database as it is before that revision.
 */
public final class Fixtures {

    private static final String SQL = ".sql";
    private static final String GROOVY = ".groovy";

    /** None at all. */
    public static final Fixtures NONE = new Fixtures(Path.of(""), Collections.emptySortedMap());

    private final Path home;
    private final SortedMap<String, Path> files;

    private Fixtures(Path home, SortedMap<String, Path> files) {
        this.home = home;
        this.files = files;
    }

    /**
     * Finds them.
     *
     * @param folder that holds them; none where there is no such folder
     * @param home what file names in messages are relative to
     * @param revisions the ids of the chain
     * @throws RetortException of the kind SCRIPT with each file that belongs to no revision, to several or to one that has
     *     another file
     */
    public static Fixtures in(Path folder, Path home, Collection<String> revisions) {
        SortedMap<String, Path> files = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files(folder, home)) {
            String shown = Chain.display(file, home);
            List<String> ids = revisions(stem(file), revisions);
            if (ids.size() != 1) {
                problems.add(ids.isEmpty() ? unknown(file, shown, revisions) : ambiguous(shown, ids));
                continue;
            }
            Path other = files.putIfAbsent(ids.get(0), file);
            if (other != null) {
                problems.add(Problem.of("Both \"" + Chain.display(other, home) + "\" and \"" + shown
                                + "\" are fixtures of the revision " + ids.get(0) + ".")
                        .withHint("Put them into one file."));
            }
        }
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
        return new Fixtures(home, files);
    }

    private static List<Path> files(Path folder, Path home) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !name(file).startsWith("."))
                    .filter(file -> name(file).endsWith(SQL) || name(file).endsWith(GROOVY))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RetortException(
                    Kind.USAGE,
                    List.of(Problem.of("The folder \"" + Chain.display(folder, home) + "\" cannot be read.")),
                    e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String stem(Path file) {
        return name(file).substring(0, name(file).lastIndexOf('.'));
    }

    /** Those that a file's name means: the whole id, or the beginning of one, and a slug after an underscore. */
    private static List<String> revisions(String stem, Collection<String> revisions) {
        Optional<String> whole = revisions.stream()
                .filter(id -> stem.equals(id) || stem.startsWith(id + "_"))
                .max(Comparator.comparing(String::length));
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        String beginning = beginning(stem);
        return beginning.isEmpty()
                ? List.of()
                : revisions.stream()
                        .filter(id -> id.startsWith(beginning))
                        .sorted()
                        .toList();
    }

    private static String beginning(String stem) {
        int slug = stem.indexOf('_');
        return slug < 0 ? stem : stem.substring(0, slug);
    }

    private static Problem unknown(Path file, String shown, Collection<String> revisions) {
        Problem problem = Problem.of(
                "The fixture \"" + shown + "\" belongs to no revision: there is no \"" + beginning(stem(file)) + "\".");
        return problem.withHint(Suggestion.didYouMean(beginning(stem(file)), revisions)
                .orElse("Its name begins with the id of a revision, or with the beginning of one: 4f1c_users.sql."));
    }

    private static Problem ambiguous(String shown, List<String> ids) {
        return Problem.of("The fixture \"" + shown + "\" may belong to any of several revisions: "
                        + String.join(", ", ids) + ".")
                .withHint("Write more of the id.");
    }

    /** As messages name it; empty where the revision has none. */
    public Optional<String> file(String revision) {
        return Optional.ofNullable(files.get(revision)).map(file -> Chain.display(file, home));
    }

    /** All of them, by the id of the revision. */
    public Map<String, Path> all() {
        return files;
    }

    /**
     * Inserts the rows for one revision, and commits them.
     *
     * @param connection in no transaction, and in JDBC's autocommit mode
     * @return false where the revision has no fixture
     * @throws RetortException with file, line and column of what is wrong; no row of the fixture was kept then
     */
    public boolean load(Connection connection, Dialect dialect, String revision) throws SQLException {
        Path file = files.get(revision);
        if (file == null) {
            return false;
        }
        FixtureRun run = new FixtureRun(connection, dialect);
        String shown = Chain.display(file, home);
        if (name(file).endsWith(SQL)) {
            run.sql(file, shown);
        } else {
            run.script(file, shown);
        }
        return true;
    }
}
