package dev.retort.internal.lint;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.header.Header;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One revision, as rules look at it.
 *
 * @param file as messages name it
 * @param upgrade what the upgrade asks for, in order
 * @param downgrade what the downgrade asks for; none where there is no downgrade
 * @param problems what a database of the schema before would refuse
 * @param after the schema after the upgrade
 */
public record LintedRevision(
        String file,
        Header header,
        List<LintedStatement> upgrade,
        List<LintedStatement> downgrade,
        Set<Problem> problems,
        SchemaAt after) {

    public LintedRevision {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    public Stream<LintedChange> changes() {
        return upgrade.stream().flatMap(statement -> statement.changes().stream());
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
