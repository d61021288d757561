package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as SQL. Quotes what the server's own {@code quote_ident} quotes, and nothing else. */
final class Identifiers {

    /** The server cuts longer names off, and two names become one. */
    private static final int LIMIT = 63;

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** What {@code pg_get_keywords()} of PostgreSQL 18 lists as reserved in any way; older versions reserve no more. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean
            both case cast char character check coalesce collate collation column concurrently constraint create
            cross current_catalog current_date current_role current_schema current_time current_timestamp
            current_user dec decimal default deferrable desc distinct do else end except exists extract false
            fetch float for foreign freeze from full grant greatest group grouping having ilike in initially
            inner inout int integer intersect interval into is isnull join json json_array json_arrayagg
            json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
            lateral leading least left like limit localtime localtimestamp merge_action national natural nchar
            none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay
            placing position precision primary real references returning right row select session_user setof
            similar smallint some substring symmetric system_user table tablesample then time timestamp to
            trailing treat trim true union unique user using values varchar variadic verbose when where window
            with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable
            """.strip().split("\\s+"));

    private Identifiers() {}

    static String quote(String name) {
        check(name);
        boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quote(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? quote(name.name()) : quote(schema) + "." + quote(name.name());
    }

    /** {@code (a, b)}. */
    static String list(Collection<String> names) {
        return names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    static void check(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (name.isEmpty()) {
            throw refused("A name must not be empty.", "Give it at least one character.");
        } else if (name.indexOf('\0') >= 0) {
            throw refused(
                    "The name \"" + name.replace('\0', '␀') + "\" holds a NUL character, which no name can.",
                    "Take it out.");
        } else if (bytes > LIMIT) {
            throw refused(
                    "The name \"" + name + "\" has " + bytes + " bytes; PostgreSQL allows " + LIMIT + ".",
                    "Shorten it.");
        }
    }

    private static RetortException refused(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.SCRIPT, Problem.of(sentence).withHint(hint));
    }
}
