package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ReadScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The queries of the introspection, one for all objects of a kind, each in a file of its own in {@code read}. What belongs
 * to extensions is theirs to create, and none of them reads it.
 */
final class CatalogQueries {

    private static final Pattern CHOICE = Pattern.compile("/\\* (\\d+) \\*/ (.*?) /\\* else (.*?) \\*/");

    private final int serverVersion;
    private final String scope;
    private final String home;

    /** @param home the schema whose names are unqualified */
    CatalogQueries(String home, ReadScope scope, int serverVersion) {
        this.serverVersion = serverVersion;
        this.home = Values.quoted(home);
        List<String> schemas = new ArrayList<>(scope.schemas().isEmpty() ? List.of(home) : scope.schemas());
        schemas.addAll(scope.others());
        String own = scope.leftOut().stream()
                .map(table -> "(" + Values.quoted(table.schema() == null ? home : table.schema()) + ", "
                        + Values.quoted(table.name()) + ")")
                .collect(Collectors.joining(", "));
        this.scope = Blocks.resource("read/scope.sql")
                .replace("{schemas}", array(schemas))
                .replace("{own}", own.isEmpty() ? "(NULL::text, NULL::text)" : own);
    }

    private static String array(Collection<String> names) {
        return names.stream().map(Values::quoted).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    /** @param kind {@code tables}, {@code columns}, … */
    String of(String kind) {
        return forVersion((scope + Blocks.resource("read/" + kind + ".sql")).replace("{home}", home));
    }

    /** Where a text says what to ask from a version on and what else, takes the one that the server knows. */
    private String forVersion(String sql) {
        return CHOICE.matcher(sql)
                .replaceAll(choice -> Matcher.quoteReplacement(
                        serverVersion >= Integer.parseInt(choice.group(1)) ? choice.group(2) : choice.group(3)));
    }
}
