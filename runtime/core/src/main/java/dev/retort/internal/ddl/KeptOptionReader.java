package dev.retort.internal.ddl;

import java.util.Locale;
import java.util.Optional;

/** Reads the actions of {@code ALTER TABLE} that change how a table is kept. */
final class KeptOptionReader {

    private KeptOptionReader() {}

    /** Empty where another action is next. */
    static Optional<TableOption> read(Cursor action) {
        if (action.is("SET", "LOGGED") || action.is("SET", "UNLOGGED")) {
            action.next();
            return Optional.of(new TableOption.Logged(action.word().equals("LOGGED")));
        } else if (action.skip("SET", "TABLESPACE")) {
            String name = action.name();
            action.skip("NOWAIT");
            return Optional.of(new TableOption.Tablespace(name));
        } else if (action.is("SET") && action.peek(1).isSymbol("(")) {
            action.next();
            return Optional.of(new TableOption.Parameters(StorageReader.inBrackets(action)));
        } else if (action.is("RESET") && action.peek(1).isSymbol("(")) {
            action.next();
            return Optional.of(new TableOption.WithoutParameters(action.brackets().parts().stream()
                    .map(StorageReader::onlyName)
                    .toList()));
        } else if (action.is("INHERIT") || action.is("NO", "INHERIT")) {
            boolean inherits = !action.skip("NO");
            action.expect("INHERIT");
            return Optional.of(new TableOption.Parent(action.qualified(), inherits));
        }
        return Optional.empty();
    }

    /** After ALTER COLUMN. */
    static Optional<TableOption> ofColumn(Cursor action) {
        boolean storage = action.peek(1).isWord("SET") && action.peek(2).isWord("STORAGE");
        boolean compression = action.peek(1).isWord("SET") && action.peek(2).isWord("COMPRESSION");
        if (!storage && !compression) {
            return Optional.empty();
        }
        String column = action.name();
        action.next();
        action.next();
        return Optional.of(
                storage
                        ? new TableOption.ColumnStorage(column, action.word())
                        : new TableOption.ColumnCompression(
                                column, action.name().toLowerCase(Locale.ROOT)));
    }
}
