package dev.retort.internal.sandbox;

import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** Says the type of a value in words of everyday, with its article. */
final class PlainType {

    private static final String WHOLE = "a whole number";

    private static final String LONG = "a long whole number";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("java.lang.String", "a text"),
            Map.entry("java.lang.CharSequence", "a text"),
            Map.entry("groovy.lang.GString", "a text"),
            Map.entry("java.lang.Character", "a character"),
            Map.entry("java.lang.Boolean", "true or false"),
            Map.entry("int", WHOLE),
            Map.entry("long", LONG),
            Map.entry("boolean", "true or false"),
            Map.entry("double", "a number"),
            Map.entry("java.lang.Integer", WHOLE),
            Map.entry("java.lang.Long", LONG),
            Map.entry("java.lang.Short", WHOLE),
            Map.entry("java.lang.Byte", WHOLE),
            Map.entry("java.math.BigInteger", WHOLE),
            Map.entry("java.math.BigDecimal", "a number"),
            Map.entry("java.lang.Double", "a number"),
            Map.entry("java.lang.Float", "a number"),
            Map.entry("java.lang.Number", "a number"),
            Map.entry("java.lang.Object", "a value of unknown type"),
            Map.entry("java.lang.Class", "a class of Java"),
            Map.entry("java.util.List", "a list"),
            Map.entry("java.util.ArrayList", "a list"),
            Map.entry("java.util.Collection", "a list"),
            Map.entry("java.util.Map", "a map"),
            Map.entry("java.util.LinkedHashMap", "a map"),
            Map.entry("java.util.HashMap", "a map"),
            Map.entry("groovy.lang.Closure", "a closure"),
            Map.entry("groovy.lang.Range", "a range"),
            Map.entry("groovy.lang.IntRange", "a range"),
            Map.entry("void", "nothing"),
            Map.entry("java.lang.Void", "nothing"),
            Map.entry("dev.retort.internal.script.Row", "a row"),
            Map.entry("dev.retort.internal.script.TableRows", "table(…)"),
            Map.entry("dev.retort.internal.script.Operations", "this closure"),
            Map.entry("dev.retort.internal.operation.SqlExpression", "sql('…')"));

    private static final Set<String> VOWELS = Set.of("A", "E", "I", "O");

    private PlainType() {}

    static String of(Class<?> type) {
        return of(ClassHelper.make(type));
    }

    static String of(ClassNode type) {
        if (type.isArray()) {
            return "an array";
        }
        return named(ClassHelper.getWrapper(type).getName());
    }

    /** @param name of a class, as the compiler writes it, generics and all */
    static String named(String name) {
        String bare = name.replaceAll("<.*", "").strip();
        String word = WORDS.get(bare);
        if (word != null) {
            return word;
        } else if (bare.endsWith("[]")) {
            return "an array";
        } else if (bare.startsWith("dev.retort.internal.schema.ColumnType")) {
            return "a type";
        } else if (bare.startsWith("revision_")) {
            return "the script";
        }
        String simple = bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('$')) + 1);
        return (VOWELS.contains(simple.substring(0, Math.min(1, simple.length()))) ? "an " : "a ") + simple;
    }
}
