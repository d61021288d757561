package dev.retort.internal.schema;

import java.util.Map;

/** The names of types that PostgreSQL takes for another one, and prints as that. */
public final class PostgresTypes {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("dec", "numeric"),
            Map.entry("decimal", "numeric"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national char", "character"),
            Map.entry("national character", "character"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("nchar varying", "character varying"),
            Map.entry("national char varying", "character varying"),
            Map.entry("national character varying", "character varying"),
            Map.entry("varbit", "bit varying"));

    private PostgresTypes() {}

    /** @param name in lower case, without a length; one that is no alias is its own */
    public static String printed(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    /** Whether it is an alias, or what one is printed as. */
    public static boolean isKnown(String name) {
        return ALIASES.containsKey(name) || ALIASES.containsValue(name);
    }
}
