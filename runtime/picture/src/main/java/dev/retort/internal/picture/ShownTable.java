package dev.retort.internal.picture;

import dev.retort.TableOutline;
import dev.retort.internal.drawing.DrawnSchema;
import dev.retort.internal.drawing.DrawnSchema.Before;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of a picture. Where two schemas are compared, it has the parts of both.
 *
 * @param number in the order of the tables; parts of the file are called by it, since a name may hold anything
 */
record ShownTable(
        int number,
        TableOutline table,
        Change change,
        List<Part<TableOutline.Column>> columns,
        List<Part<TableOutline.Key>> keys) {

    /** How one side of a comparison differs from the other. */
    enum Change {
        SAME("", ""),
        ADDED("+ ", "added"),
        CHANGED("~ ", "changed"),
        REMOVED("− ", "removed");

        private final String sign;
        private final String word;

        Change(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        /** Before a name: colours alone do not tell everybody. */
        String sign() {
            return sign;
        }

        /** Empty where nothing differs. */
        String word() {
            return word;
        }
    }

    /** A column or a key. */
    record Part<P>(P part, Change change) {}

    String name() {
        return table.name();
    }

    /** What the element that draws it is called. */
    String id() {
        return "t" + number;
    }

    /** Those of a schema, and those of the other one that are no more. */
    static List<ShownTable> of(DrawnSchema schema) {
        Before before = schema.before();
        List<ShownTable> shown = new ArrayList<>();
        for (Part<TableOutline> each :
                parts(schema.tables(), before == null ? schema.tables() : before.tables(), TableOutline::name)) {
            shown.add(of(shown.size(), each, before == null ? List.of() : before.tables()));
        }
        return shown;
    }

    private static ShownTable of(int number, Part<TableOutline> shown, List<TableOutline> before) {
        TableOutline table = shown.part();
        if (shown.change() != Change.CHANGED) {
            return new ShownTable(
                    number,
                    table,
                    shown.change(),
                    parts(table.columns(), table.columns(), TableOutline.Column::name),
                    parts(table.keys(), table.keys(), TableOutline.Key::toString));
        }
        TableOutline old = before.stream()
                .filter(each -> each.name().equals(table.name()))
                .findFirst()
                .orElseThrow();
        return new ShownTable(
                number,
                table,
                Change.CHANGED,
                parts(table.columns(), old.columns(), TableOutline.Column::name),
                parts(table.keys(), old.keys(), TableOutline.Key::toString));
    }

    private static <P> List<Part<P>> parts(List<P> now, List<P> before, Function<P, String> name) {
        Map<String, P> old = before.stream()
                .collect(Collectors.toMap(name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        Map<String, P> current =
                now.stream().collect(Collectors.toMap(name, Function.identity(), (first, second) -> first));
        return Stream.concat(
                        now.stream().map(part -> new Part<>(part, change(part, old.get(name.apply(part))))),
                        old.entrySet().stream()
                                .filter(each -> !current.containsKey(each.getKey()))
                                .map(each -> new Part<>(each.getValue(), Change.REMOVED)))
                .toList();
    }

    private static <P> Change change(P part, @Nullable P old) {
        if (old == null) {
            return Change.ADDED;
        }
        return part.equals(old) ? Change.SAME : Change.CHANGED;
    }
}
