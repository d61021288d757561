package dev.retort.internal.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes scripts of other tools, for a folder that has none of Retort's. */
public final class ForeignScripts {

    /** Entries of a folder that are looked at; it may be anybody's. */
    private static final int MOST = 10_000;

    private static final String SQL = ".sql";

    /** The first that fits counts. */
    private static final List<Tool> TOOLS = List.of(
            tool("Flyway", "(.*/)?([VU][0-9][0-9._]*|R)__.+\\.(sql|java)|flyway\\.(conf|toml)"),
            tool("Liquibase", "(.*/)?[^/]*changelog[^/]*\\.(xml|ya?ml|json|sql)|liquibase\\.properties"),
            tool("Alembic", "(.*/)?(versions/.+\\.py|script\\.py\\.mako|alembic\\.ini)"),
            tool("Django", "(.*/)?[0-9]{4}_\\w+\\.py"),
            tool("Rails", "(.*/)?[0-9]{14}_\\w+\\.rb"),
            tool("Prisma", "(.*/)?[0-9]{14}_\\w+/migration\\.sql"),
            tool("golang-migrate", "(.*/)?[0-9]+_.+\\.(up|down)\\.sql"),
            tool("another tool", "(.*/)?[0-9]{10,}[-_].+\\.[cm]?[jt]s|(.*/)?[0-9]+[-_].+\\.sql"));

    private record Tool(String name, Pattern files) {}

    private ForeignScripts() {}

    private static Tool tool(String name, String files) {
        return new Tool(name, Pattern.compile(files, Pattern.CASE_INSENSITIVE));
    }

    /**
     * What was found, and what to do about it, as sentences.
     *
     * @param home where the settings of another tool may lie
     */
    public static Optional<String> in(List<Path> folders, Path home) {
        Stream<Optional<String>> scripts = folders.stream().map(folder -> in(folder, 2, home));
        return Stream.concat(scripts, Stream.of(in(home, 1, home)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> in(Path folder, int depth, Path home) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            List<Path> some = files.limit(MOST).sorted().toList();
            return TOOLS.stream()
                    .flatMap(tool -> some.stream()
                            .filter(file ->
                                    tool.files().matcher(name(folder, file)).matches())
                            .limit(1)
                            .map(file -> sentence(tool, name(folder, file), Chain.display(file, home))))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String sentence(Tool tool, String name, String display) {
        String run = name.endsWith(SQL) ? " A revision runs such a file with: executeFile '" + name + "'." : "";
        return display + " looks like a file of " + tool.name() + ", which Retort does not read." + run
                + " Where the schema exists already, write a first revision, then type: retort stamp head.";
    }
}
