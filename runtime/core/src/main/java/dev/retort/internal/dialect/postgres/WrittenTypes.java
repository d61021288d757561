package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.ColumnType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as people write them, of which the server has several spellings and keeps one. */
final class WrittenTypes {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("serial4", "serial"),
            Map.entry("serial8", "bigserial"),
            Map.entry("serial2", "smallserial"),
            Map.entry("varbit", "bit varying"));

    private static final Map<String, ColumnType> SERIAL = Map.of(
            "serial", ColumnType.Simple.SERIAL,
            "bigserial", ColumnType.Simple.BIGSERIAL,
            "smallserial", ColumnType.Simple.SMALLSERIAL);

    private static final Pattern BRACKETS = Pattern.compile("(?i)^(.*?)\\s*(?:\\[\\d*]|\\barray(?:\\s*\\[\\d*])?)$");
    private static final Pattern SHAPE = Pattern.compile(
            "([a-z_][a-z0-9_ ]*?)\\s*(?:\\(\\s*(-?\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?(\\s+(?:with|without) time zone)?");

    private WrittenTypes() {}

    /** The type as the server prints it; a type that is not one of SQL's is kept as it is written. */
    static ColumnType read(String written) {
        String text = written.strip();
        Matcher array = BRACKETS.matcher(text);
        if (array.matches()) {
            ColumnType element = read(array.group(1));
            return new ColumnType.Array(element instanceof ColumnType.Array inner ? inner.element() : element);
        }
        Matcher shape = SHAPE.matcher(text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!shape.matches()) {
            return new ColumnType.Named(text);
        }
        String name = shape.group(1).replaceFirst("^pg_catalog\\s*\\.\\s*", "");
        String first = shape.group(2);
        String zone = shape.group(4) == null ? "" : " " + shape.group(4).strip();
        if (name.equals("timestamptz") || name.equals("timetz")) {
            name = name.substring(0, name.length() - 2);
            zone = " with time zone";
        } else if (name.equals("float") && first != null) {
            name = Integer.parseInt(first) <= 24 ? "real" : "double precision";
            first = null;
        } else if (name.equals("float")) {
            name = "double precision";
        }
        String plain = ALIASES.getOrDefault(name, name);
        ColumnType serial = SERIAL.get(plain);
        if (serial != null && first == null) {
            return serial;
        }
        String arguments = first == null
                ? plain.equals("character") || plain.equals("bit") ? plain.equals("bit") ? "(1)" : "" : ""
                : "(" + first + (shape.group(3) == null ? "" : "," + shape.group(3)) + ")";
        ColumnType type = Types.parse(plain + arguments + zone, null);
        return type instanceof ColumnType.Named && !ALIASES.containsKey(name) && shape.group(4) == null
                ? new ColumnType.Named(text)
                : type;
    }
}
