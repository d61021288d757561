package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a file of SQL.
 *
 * @param file beside the script, as the script names it
 * @param down the file that undoes it; null when none was named
 */
public record ExecuteFile(String file, @Nullable String down) implements Operation {
    @Override
    public Inverse inverse() {
        return down == null
                ? Inverse.none("SQL has no inverse that could be derived; name the file that undoes it with down:")
                : Inverse.of(new ExecuteFile(down, file));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.executeFile(this);
    }
}
