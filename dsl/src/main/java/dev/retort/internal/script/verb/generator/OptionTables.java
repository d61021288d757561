package dev.retort.internal.script.verb.generator;

import dev.retort.internal.script.verb.generator.DeclaredOptions.Item;
import dev.retort.internal.script.verb.generator.DeclaredOptions.Named;
import dev.retort.internal.script.verb.generator.DeclaredOptions.Shared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of options that the manual has: one for each class of verbs, and one for each group that says more. */
final class OptionTables {

    private final Map<String, List<String>> verbs = new LinkedHashMap<>();
    private final SortedMap<String, Shared> groups = new TreeMap<>();

    void add(String name, List<DeclaredVerb> declared) {
        List<String> rows = declared.stream()
                .filter(verb -> !verb.verb().text("value").isEmpty())
                .map(OptionTables::row)
                .toList();
        if (!rows.isEmpty()) {
            verbs.put(name, rows);
        }
        declared.stream().flatMap(verb -> verb.options().groups()).forEach(group -> groups.put(group.name(), group));
    }

    private static String row(DeclaredVerb verb) {
        List<String> parts = new ArrayList<>(list(verb.options(), verb.name()));
        verb.argument(DeclaredVerb.Kind.TABLE)
                .map(DeclaredVerb.Argument::schemaOption)
                .filter(schema -> !schema.equals("schema"))
                .ifPresent(schema -> parts.add(0, code(schema)));
        String note = verb.verb().text("note");
        String options = String.join(", ", parts);
        String text = options.isEmpty() || note.isEmpty() ? options + note : options + "; " + note;
        return "| `" + verb.verb().text("value") + "` | " + text + (text.isEmpty() ? "|" : " |");
    }

    private static List<String> list(DeclaredOptions options, String verb) {
        List<String> parts = new ArrayList<>();
        for (Item item : options.items()) {
            if (item instanceof Named named) {
                parts.add(named.names().stream().map(OptionTables::code).collect(Collectors.joining(", "))
                        + (named.required() ? " (required)" : "")
                        + (named.text().isEmpty() ? "" : " (" + named.text() + ")"));
            } else if (item instanceof Shared group && !group.described()) {
                boolean inShort =
                        !group.summary().isEmpty() && !group.listedWith().equals(verb);
                parts.addAll(inShort ? List.of(group.summary()) : names(group));
            }
        }
        return parts;
    }

    private static List<String> names(Shared group) {
        return group.options()
                .all()
                .flatMap(option -> option.names().stream())
                .map(OptionTables::code)
                .toList();
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    /** Each table after a line with its name. */
    String text() {
        StringBuilder text = new StringBuilder();
        verbs.forEach((name, rows) -> table(name, "| operation | options |", rows, text));
        groups.values().stream()
                .filter(OptionTables::hasTable)
                .forEach(group -> table(
                        group.name(),
                        "| option | value |",
                        group.options().all().map(OptionTables::row).toList(),
                        text));
        return text.toString();
    }

    /** Whether there is something to say of each option, and no verb to list them with. */
    private static boolean hasTable(Shared group) {
        return !group.summary().isEmpty()
                && group.options().all().noneMatch(option -> option.text().isEmpty());
    }

    private static String row(Named option) {
        String names = option.names().stream().map(OptionTables::code).collect(Collectors.joining(", "));
        return "| " + names + " | " + option.text() + (option.required() ? "; required" : "") + " |";
    }

    private static void table(String name, String head, List<String> rows, StringBuilder text) {
        text.append("## ").append(name).append("\n\n").append(head).append("\n| --- | --- |\n");
        rows.forEach(row -> text.append(row).append('\n'));
        text.append('\n');
    }
}
