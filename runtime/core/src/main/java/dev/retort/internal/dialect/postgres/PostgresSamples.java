package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Samples;
import dev.retort.internal.schema.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values of the types that only PostgreSQL has, as its input functions read them. */
final class PostgresSamples implements Samples {

    private static final int ORDINARY = 12;

    /** {@code public.citext}, {@code bit varying(5)}, {@code interval day to second(3)}. */
    private static final Pattern NAME =
            Pattern.compile("(?:\"?[\\w$]+\"?\\.)?(\"?[a-z][\\w ]*?\"?)(?:\\((\\d+)[^)]*\\))?(?: .*)?");

    /** Each a row of types, how the n-th of their values is written, and the odd ones. */
    private static final Map<String, Sample> KNOWN = known();

    private record Sample(IntFunction<String> ordinary, List<String> odd) {}

    private static Map<String, Sample> known() {
        Map<String, Sample> all = new LinkedHashMap<>();
        put(all, "citext", n -> "Text " + n, "", "it's \"É\" \\ 😀", " trailing  ");
        put(all, "name", n -> "name_" + n, "", "It's \"a\" name");
        put(all, "\"char\"", n -> String.valueOf((char) ('a' + n)), "", "~");
        put(all, "bpchar", n -> "text " + n, "", "é 😀");
        put(all, "xml", n -> "<a n=\"" + n + "\">text</a>", "", "<a><!-- it's --><b>é &amp; 😀</b></a>");
        put(all, "money", n -> n + ".25", "0", "-12.34", "92233720368547758.07");
        put(all, "interval", n -> n + " days", "-1 mons", "1 year 2 mons 3 days 04:05:06.789", "0", "-00:00:01");
        put(all, "inet", n -> "10.0.0." + n, "192.168.1.0/24", "::1", "2001:db8::ff00:42:8329/64");
        put(all, "cidr", n -> "10.0." + n + ".0/24", "0.0.0.0/0", "2001:db8::/32");
        put(all, "macaddr", n -> "08:00:2b:01:02:" + two(n), "ff:ff:ff:ff:ff:ff");
        put(all, "macaddr8", n -> "08:00:2b:01:02:03:04:" + two(n), "ff:ff:ff:ff:ff:ff:ff:ff");
        put(all, "tsvector", n -> "'word" + n + "':" + n, "", "'it''s':3A 'fat':1,2B");
        put(all, "tsquery", n -> "'word" + n + "'", "", "'fat' & !'rat'");
        put(all, "jsonpath", n -> "$.\"a\"[" + n + "]", "$.*");
        put(all, "point", n -> "(" + n + ",1.5)", "(0,-1e-10)");
        put(all, "line", n -> "{1,-1," + n + "}");
        put(all, "lseg", n -> "[(0,0),(" + n + ",1)]");
        put(all, "box", n -> "(" + n + "," + n + "),(0,0)", "(0,0),(0,0)");
        put(all, "path", n -> "[(0,0),(" + n + ",1)]", "((0,0),(1,1),(2,0))");
        put(all, "polygon", n -> "((0,0),(" + n + ",1),(1,0))");
        put(all, "circle", n -> "<(" + n + ",1),2>");
        for (String whole : List.of("int4", "int8", "num")) {
            put(all, whole + "range", n -> "[" + 10 * n + "," + (10 * n + 5) + ")", "empty", "(,)", "[,-5)");
            put(all, whole + "multirange", n -> "{[" + 10 * n + "," + (10 * n + 5) + ")}", "{}", "{(,-9),[1,3)}");
        }
        put(all, "daterange", n -> "[" + day(n) + "," + day(n + 1) + ")", "empty", "(,1969-12-31)", "[2999-01-01,)");
        put(all, "datemultirange", n -> "{[" + day(n) + "," + day(n + 1) + ")}", "{}");
        put(
                all,
                "tsrange",
                n -> "[" + day(n) + " 10:00," + day(n) + " 11:00)",
                "empty",
                "(,1969-12-31 23:59:59.999999)");
        put(
                all,
                "tstzrange",
                n -> "[" + day(n) + " 10:00+00," + day(n) + " 11:00+00)",
                "empty",
                "[2999-01-01 00:00+02,)");
        put(all, "tsmultirange", n -> "{[" + day(n) + " 10:00," + day(n) + " 11:00)}", "{}");
        put(all, "tstzmultirange", n -> "{[" + day(n) + " 10:00+00," + day(n) + " 11:00+00)}", "{}");
        put(all, "oid", n -> "" + n, "0", "4294967295");
        put(all, "xid8", n -> "" + n);
        put(all, "pg_lsn", n -> "0/" + two(n), "FFFFFFFF/FFFFFFFF");
        put(all, "hstore", n -> "\"a\"=>\"" + n + "\"", "", "\"it's\"=>NULL, \"é\"=>\"\\\"q\\\" \\\\ 😀\"");
        put(all, "ltree", n -> "top.item" + n, "");
        put(all, "cube", n -> "(" + n + ", 1)");
        put(all, "isbn", n -> "978-0-393-04002-9");
        put(all, "numeric", n -> "" + n, "0");
        for (String registered : List.of("regclass", "regtype")) {
            put(
                    all,
                    registered,
                    n -> registered.equals("regclass")
                            ? "pg_class"
                            : List.of("integer", "text").get(n % 2));
        }
        return all;
    }

    private static void put(Map<String, Sample> all, String type, IntFunction<String> ordinary, String... odd) {
        all.put(type, new Sample(ordinary, List.of(odd)));
    }

    private static String two(int n) {
        return String.format(Locale.ROOT, "%02X", n);
    }

    private static String day(int n) {
        return String.format(Locale.ROOT, "2024-01-%02d", n);
    }

    @Override
    public List<Object> named(String type) {
        Matcher name = NAME.matcher(type);
        String own = name.matches() ? name.group(1).strip() : type;
        int length = name.matches() && name.group(2) != null ? Integer.parseInt(name.group(2)) : 0;
        if (own.equals("bit") || own.startsWith("bit varying")) {
            return bits(own.equals("bit") ? Math.max(1, length) : length == 0 ? 8 : length, own.equals("bit"));
        } else if (own.equals("vector") || own.equals("halfvec")) {
            return vectors(length == 0 ? 3 : length);
        } else if (own.startsWith("interval")) {
            own = "interval";
        } else if (own.equals("geometry") || own.equals("geography")) {
            return places(type);
        }
        Sample sample = KNOWN.get(own);
        if (sample == null) {
            return guesses();
        }
        List<Object> values = new ArrayList<>();
        IntStream.rangeClosed(1, ORDINARY).mapToObj(sample.ordinary).distinct().forEach(values::add);
        values.addAll(sample.odd);
        return values;
    }

    /** A numeric of a precision takes NaN, too, which hardly anybody knows: it would fail wherever one becomes a whole number. */
    @Override
    public List<Object> endless(ColumnType type) {
        boolean number = type == ColumnType.Simple.REAL
                || type == ColumnType.Simple.DOUBLE_PRECISION
                || (type instanceof ColumnType.Numeric numeric && numeric.precision() == null);
        boolean time = type == ColumnType.Simple.DATE || type instanceof ColumnType.Timestamp;
        return number ? List.of("NaN", "Infinity", "-Infinity") : time ? List.of("infinity", "-infinity") : List.of();
    }

    private static List<Object> bits(int length, boolean fixed) {
        List<Object> values = new ArrayList<>();
        for (int n = 1; n <= ORDINARY; n++) {
            String bits = "0".repeat(length) + Integer.toBinaryString(n);
            values.add(bits.substring(bits.length() - length));
        }
        values.add("1".repeat(length));
        if (!fixed) {
            values.add("");
        }
        return values;
    }

    private static List<Object> vectors(int length) {
        return IntStream.rangeClosed(1, ORDINARY)
                .mapToObj(n -> IntStream.range(0, length)
                        .mapToObj(i -> n + "." + i % 10)
                        .collect(Collectors.joining(",", "[", "]")))
                .map(Object.class::cast)
                .toList();
    }

    private static List<Object> places(String type) {
        Matcher zone = Pattern.compile(",\\s*(\\d+)").matcher(type);
        String srid = zone.find() ? "SRID=" + zone.group(1) + ";" : "";
        List<Object> values = new ArrayList<>();
        for (int n = 1; n <= ORDINARY; n++) {
            values.add(srid + "POINT(" + n + " 1)");
        }
        for (String shape : List.of(
                "POINT Z (1 2 3)",
                "LINESTRING(0 0,1 1)",
                "POLYGON((0 0,1 0,1 1,0 0))",
                "MULTIPOINT(0 0)",
                "MULTILINESTRING((0 0,1 1))",
                "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))")) {
            values.add(srid + shape);
        }
        return values;
    }

    /** One of these is a value of nearly every type: of every range and multirange, of numbers, texts and pairs. */
    private static List<Object> guesses() {
        List<Object> values = new ArrayList<>();
        for (int n = 1; n <= ORDINARY; n++) {
            values.add("" + n);
        }
        values.addAll(List.of(
                "[1,5)", "empty", "{}", "a", "", "true", "(1,2)", "2024-01-01", "10.0.0.1", "[1,2,3]", "{\"a\": 1}"));
        return values;
    }

    @Override
    public Object array(List<? extends @Nullable Object> elements) {
        return Text.of(elements);
    }

    @Override
    public Object composite(List<? extends @Nullable Object> attributes) {
        return attributes.stream().map(PostgresSamples::attribute).collect(Collectors.joining(",", "(", ")"));
    }

    private static String attribute(@Nullable Object value) {
        return value == null ? "" : '"' + Text.of(value).replace("\\", "\\\\").replace("\"", "\"\"") + '"';
    }

    @Override
    public String typed(String literal, ColumnType type) {
        String sql = type instanceof ColumnType.Simple simple
                ? switch (simple) {
                    case SMALLSERIAL -> "smallint";
                    case SERIAL -> "integer";
                    case BIGSERIAL -> "bigint";
                    default -> Types.sql(type);
                }
                : Types.sql(type);
        return "CAST(" + literal + " AS " + sql + ")";
    }
}
