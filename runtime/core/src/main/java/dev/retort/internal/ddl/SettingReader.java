package dev.retort.internal.ddl;

import java.util.List;

/** Reads SET and RESET, of which only the search path matters to names. */
final class SettingReader {

    /** What a session begins with on most servers. */
    private static final List<String> USUAL = List.of("$user", "public");

    private SettingReader() {}

    /** After SET. */
    static List<SqlEffect> set(Cursor cursor) {
        if (!cursor.skip("SESSION")) {
            cursor.skip("LOCAL");
        }
        if (cursor.skip("SCHEMA")) {
            return path(cursor, List.of(cursor.string()));
        } else if (cursor.skip("search_path")) {
            Cursor.check(cursor.skip("TO") || cursor.skipSymbol("="));
            return cursor.is("DEFAULT") ? reset(cursor) : path(cursor, names(cursor));
        }
        return List.of();
    }

    static List<String> names(Cursor cursor) {
        return cursor.parts().stream()
                .map(part -> part.peek(0).text().startsWith("'") ? part.onlyString() : part.onlyName())
                .toList();
    }

    /** After RESET and DISCARD. */
    static List<SqlEffect> reset(Cursor cursor) {
        if (!cursor.is("ALL") && !cursor.is("search_path") && !cursor.is("DEFAULT")) {
            return List.of();
        }
        cursor.path().reset();
        return List.of(new SqlEffect.SetsSearchPath(List.of()));
    }

    /** Those that each session looks in anyway are left out. */
    static List<SqlEffect> path(Cursor cursor, List<String> named) {
        List<String> schemas = named.stream()
                .filter(schema -> !schema.isEmpty() && !schema.equals("pg_catalog") && !schema.equals("pg_temp"))
                .toList();
        if (schemas.equals(USUAL)) {
            cursor.path().reset();
            return List.of(new SqlEffect.SetsSearchPath(List.of()));
        }
        cursor.path().set(schemas);
        return List.of(new SqlEffect.SetsSearchPath(schemas.isEmpty() ? List.of("pg_catalog") : schemas));
    }
}
