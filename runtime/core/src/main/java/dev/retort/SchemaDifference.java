package dev.retort;

import dev.retort.internal.difference.Difference;
import dev.retort.internal.difference.RevisionDifference;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.source.OperationWriter;
import dev.retort.internal.source.RevisionBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leads from one schema to another. */
public final class SchemaDifference {

    /** What a script may have, with as much again for the downgrade. */
    private static final int LONGEST = ScriptSource.MOST_CHARACTERS / 2;

    private final Difference difference;
    private final RevisionDifference revision;
    private final OperationWriter writer;
    private final boolean live;
    private final boolean safe;
    /** Written when they are asked for: who wants to know whether there are any needs none. */
    private volatile @Nullable List<Change> texts;

    /** @param live whether it leads away from a schema that was read from the database */
    SchemaDifference(Difference difference, RevisionDifference revision, OperationWriter writer, boolean live) {
        this(difference, revision, writer, live, false);
    }

    private SchemaDifference(
            Difference difference, RevisionDifference revision, OperationWriter writer, boolean live, boolean safe) {
        this.difference = difference;
        this.revision = revision;
        this.writer = writer;
        this.live = live;
        this.safe = safe;
    }

    /**
     * One step.
     *
     * @param object what it changes, as {@code table users}
     * @param operation the statement of the migration language that makes it, of one line or more
     * @param losesData rows or values that are there cannot be had again afterwards
     */
    public record Change(String object, String operation, boolean losesData) {

        /** What it changes, and the word of the language that changes it: {@code table users (createTable)}. */
        public String title() {
            int end = 0;
            while (end < operation.length() && Character.isLetterOrDigit(operation.charAt(end))) {
                end++;
            }
            return object + " (" + operation.substring(0, end) + ")";
        }
    }

    /**
     * @param object what would be dropped, as {@code column users.name}
     * @param name the same as {@link DifferenceOptions#renames()} names it: {@code users.name}
     * @param newName of what would be created
     * @param score from 0 to 100, how much speaks for it
     * @param reason what speaks for it, as half a sentence
     */
    public record Rename(String object, String name, String newName, int score, String reason) {}

    /** In an order that runs; what loses data comes last. */
    public List<Change> changes() {
        List<Change> known = texts;
        if (known == null) {
            known = difference.changes().stream()
                    .map(change -> new Change(
                            change.about().toString(),
                            writer.write(List.of(change.operation()), 0),
                            change.losesData()))
                    .toList();
            texts = known;
        }
        return known;
    }

    /** Those that might be meant where something is dropped and something similar is created; none of them was taken. */
    public List<Rename> renames() {
        return difference.renames().stream()
                .map(each -> new Rename(
                        each.from().toString(), each.from().path(), each.newName(), each.score(), each.reason()))
                .toList();
    }

    /** What differs and no change can reach, as sentences. */
    public List<String> unreachable() {
        return difference.unreachable();
    }

    public boolean isEmpty() {
        return difference.isEmpty();
    }

    /**
     * The same for a database that is in use: what looks at all rows of a table is in a second revision, which keeps nobody
     * from them.
     */
    public SchemaDifference safely() {
        return new SchemaDifference(difference, revision, writer, live, true);
    }

    /**
     * With values for the rows that are there, in columns that must have one from now on and have no default.
     *
     * @param values by {@code table.column}: a literal of the type of the column, or SQL such as {@code now()}
     * @throws RetortException of the kind USAGE where another column is named
     */
    public SchemaDifference filling(Map<String, String> values) {
        RevisionDifference filled = revision.filling(values);
        return new SchemaDifference(filled.difference(), filled, writer, live, safe);
    }

    /** With what is done after the changes. */
    SchemaDifference with(List<Operation> rows) {
        return new SchemaDifference(difference, revision.with(rows), writer, live, safe);
    }

    /** With sentences on what else no change reaches. */
    SchemaDifference remarking(List<String> sentences) {
        List<String> unreachable = new ArrayList<>(difference.unreachable());
        unreachable.addAll(sentences);
        return new SchemaDifference(
                new Difference(difference.changes(), difference.renames(), unreachable), revision, writer, live, safe);
    }

    /** Whether it starts where the database is; else it starts where the scripts end. */
    boolean isLive() {
        return live;
    }

    /**
     * The closures of the revisions that make the changes: one, or two where that is {@linkplain #safely safe}, or more
     * where a script would be too long.
     */
    List<RevisionBody> bodies() {
        return (safe ? revision.safely() : List.of(revision))
                .stream()
                        .flatMap(each -> each.parts(this::length, LONGEST).stream())
                        .map(RevisionDifference::body)
                        .toList();
    }

    private int length(Operation operation) {
        return writer.write(List.of(operation), 0).length();
    }
}
