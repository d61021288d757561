package dev.retort.internal.header;

import dev.retort.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a revision file says about itself before its closures.
 *
 * @param revision the id
 * @param downRevisions what it follows, in the order written; empty for a base
 * @param branchLabels the labels it gives its branch
 * @param dependsOn ids or labels of revisions that must be applied before it
 * @param message one line on what it does
 * @param created when it was written, as written
 * @param description why it does it, at more length
 * @param limits of its statements, instead of what the configuration says
 * @param entries the statements of the header, in the order written
 * @param blocks the closures and markers that follow it, in the order written
 */
public record Header(
        String revision,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String message,
        @Nullable String created,
        @Nullable String description,
        StatementLimits limits,
        List<Entry> entries,
        List<Block> blocks) {

    public Header {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        entries = List.copyOf(entries);
        blocks = List.copyOf(blocks);
    }

    /**
     * One statement of the header.
     *
     * @param start offset of its word in the source's text
     * @param end offset after its last value or parenthesis
     */
    public record Entry(String word, List<String> values, Location location, int start, int end) {

        public Entry {
            values = List.copyOf(values);
        }
    }

    /**
     * {@code upgrade}, {@code downgrade}, {@code change} or {@code irreversible}.
     *
     * @param text the literal text it was given: a closure's description, the reason for being irreversible
     * @param start offset of its word in the source's text
     */
    public record Block(String word, @Nullable String text, Location location, int start) {}

    /** The ids it stands for, the last one last: of scripts that were put together into this one, and are gone. */
    public List<String> squashed() {
        return entry("squashed").map(Entry::values).orElse(List.of());
    }

    /** The statement with this word, for its place in the file. */
    public Optional<Entry> entry(String word) {
        return entries.stream().filter(entry -> entry.word().equals(word)).findFirst();
    }

    /** The closure or marker with this word. */
    public Optional<Block> block(String word) {
        return blocks.stream().filter(block -> block.word().equals(word)).findFirst();
    }
}
