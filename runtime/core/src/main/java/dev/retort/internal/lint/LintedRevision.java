package dev.retort.internal.lint;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.header.Header;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One revision, as rules look at it. */
public final class LintedRevision {

    private final String file;
    private final Header header;
    private final List<LintedStatement> upgrade;
    private final Set<Problem> problems;
    private final SchemaAt after;
    private final Supplier<List<LintedStatement>> downgrade;
    private @Nullable List<LintedStatement> followed;

    /**
     * What the upgrade asks for.
     *
     * @param statements in order
     * @param problems what a database would refuse of the revision
     * @param after the schema after it
     */
    public record Upgrade(List<LintedStatement> statements, Set<Problem> problems, SchemaAt after) {}

    /**
     * @param file as messages name it
     * @param downgrade follows it, once a rule asks what it does
     */
    public LintedRevision(String file, Header header, Upgrade upgrade, Supplier<List<LintedStatement>> downgrade) {
        this.file = file;
        this.header = header;
        this.upgrade = List.copyOf(upgrade.statements());
        this.problems = upgrade.problems();
        this.after = upgrade.after();
        this.downgrade = downgrade;
    }

    public String file() {
        return file;
    }

    public Header header() {
        return header;
    }

    /** What the upgrade asks for, in order. */
    public List<LintedStatement> upgrade() {
        return upgrade;
    }

    /** What the downgrade asks for, in order; none where there is no downgrade. */
    public List<LintedStatement> downgrade() {
        List<LintedStatement> known = followed;
        if (known == null) {
            known = List.copyOf(downgrade.get());
            followed = known;
        }
        return known;
    }

    /** What a database would refuse of it. */
    public Set<Problem> problems() {
        return problems;
    }

    /** The schema after the upgrade. */
    public SchemaAt after() {
        return after;
    }

    public Stream<LintedChange> changes() {
        return upgrade.stream().flatMap(statement -> statement.changes().stream());
    }

    /** The column, where the revision itself adds it to a table. */
    public Optional<Column> added(QualifiedName table, String column) {
        return changes()
                .filter(change -> change.operation() instanceof AddColumn add
                        && change.before().same(add.table(), table)
                        && change.before().same(add.column().name(), column))
                .map(change -> ((AddColumn) change.operation()).column())
                .findFirst();
    }

    /** Of a statement of the header, or of a closure. */
    public Location place(String word) {
        return header.entry(word)
                .map(Header.Entry::location)
                .or(() -> header.block(word).map(Header.Block::location))
                .orElse(Location.of(file));
    }

    public boolean has(String block) {
        return header.block(block).isPresent();
    }
}
