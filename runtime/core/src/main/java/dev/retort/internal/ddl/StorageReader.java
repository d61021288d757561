package dev.retort.internal.ddl;

import dev.retort.internal.schema.Storage;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code WITH (fillfactor = 70) TABLESPACE fast}. */
final class StorageReader {

    private StorageReader() {}

    /** Null where neither is next. */
    static @Nullable Storage read(Cursor cursor, String... wordsBeforeTablespace) {
        Map<String, Object> parameters = parameters(cursor);
        String tablespace = null;
        if (cursor.skip(with(wordsBeforeTablespace, "TABLESPACE"))) {
            tablespace = cursor.name();
        }
        return of(parameters, tablespace);
    }

    static @Nullable Storage of(Map<String, Object> parameters, @Nullable String tablespace) {
        return parameters.isEmpty() && tablespace == null ? null : new Storage(parameters, tablespace);
    }

    private static String[] with(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    /** Of a WITH with brackets, where that is next; empty otherwise. */
    static Map<String, Object> parameters(Cursor cursor) {
        if (cursor.is("WITH") && cursor.peek(1).isSymbol("(")) {
            cursor.expect("WITH");
            return inBrackets(cursor);
        }
        return Map.of();
    }

    static Map<String, Object> inBrackets(Cursor cursor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Cursor parameter : cursor.brackets().parts()) {
            String name = name(parameter);
            parameters.put(name, parameter.skipSymbol("=") ? value(parameter) : Boolean.TRUE);
            parameter.end();
        }
        return parameters;
    }

    static String onlyName(Cursor parameter) {
        String name = name(parameter);
        parameter.end();
        return name;
    }

    private static String name(Cursor parameter) {
        String name = parameter.name();
        return parameter.skipSymbol(".") ? name + "." + parameter.name() : name;
    }

    private static Object value(Cursor parameter) {
        boolean negative = parameter.skipSymbol("-");
        SqlToken token = parameter.next();
        if (token.kind() == Kind.NUMBER) {
            Cursor.check(Literals.isDecimal(token));
            return Literals.number((negative ? "-" : "") + token.text());
        }
        Cursor.check(!negative);
        if (token.kind() == Kind.STRING) {
            return Literals.string(token);
        } else if (token.isWord("TRUE") || token.isWord("FALSE")) {
            return token.isWord("TRUE");
        }
        return parameter.grammar().name(token).orElseThrow(NotUnderstood::new);
    }
}
