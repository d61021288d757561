package dev.retort.internal.script;

import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.CreateEnum;
import dev.retort.internal.operation.DropEnum;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the changes of an enum type into operations. */
final class EnumReader {

    private EnumReader() {}

    static Operation create(String name, List<?> values, Options options) {
        Operation operation =
                new CreateEnum(named(name, options), Types.words(name, values), options.flag("ifNotExists"));
        options.done();
        return operation;
    }

    static Operation drop(String name, Options options) {
        List<String> was = options.has("was") ? Types.words(name, options.names("was")) : null;
        Operation operation =
                new DropEnum(named(name, options), options.flag("ifExists"), options.flag("cascade"), was);
        options.done();
        return operation;
    }

    static Operation addValue(String name, String value, Options options) {
        String before = neighbour("before", value, options);
        String after = neighbour("after", value, options);
        refuseBoth(before, after, options);
        Operation operation = new AddEnumValue(
                named(name, options), given(value, options), before, after, options.flag("ifNotExists"));
        options.done();
        return operation;
    }

    static Operation rename(String name, String newName, Options options) {
        QualifiedName type = named(name, options);
        options.done();
        return new RenameEnum(type, NameReader.renamed("the renamed enumeration", type, newName));
    }

    /** @param asked for the values that the author did not say */
    static List<Operation> values(
            String name, List<?> values, Options options, Function<QualifiedName, List<String>> asked) {
        QualifiedName type = named(name, options);
        List<String> wanted = Types.words(name, values);
        Map<String, String> replacements = options.texts("replaceWith");
        List<String> was = options.has("was") ? Types.words(name, options.names("was")) : asked.apply(type);
        options.done();
        replacements.forEach((value, instead) -> {
            if (wanted.contains(value) || !wanted.contains(instead)) {
                throw new Refusal(
                        "replaceWith: of enumValues says \"" + instead + "\" instead of \"" + value + "\".",
                        "It takes a value that goes and one that stays: [old: 'new'].");
            }
        });
        return was.isEmpty() ? List.of() : new EnumChange(type, was, wanted, replacements).operations();
    }

    static Operation renameValue(String name, String value, String newValue, Options options) {
        if (value != null && value.equals(newValue)) {
            throw new Refusal("renameEnumValue changes nothing: both names are \"" + value + "\".");
        }
        Operation operation =
                new RenameEnumValue(named(name, options), given(value, options), given(newValue, options));
        options.done();
        return operation;
    }

    static Operation dropValue(String name, String value, Options options) {
        String before = neighbour("before", value, options);
        String after = neighbour("after", value, options);
        refuseBoth(before, after, options);
        Operation operation = new DropEnumValue(
                named(name, options), given(value, options), neighbour("replaceWith", value, options), before, after);
        options.done();
        return operation;
    }

    private static QualifiedName named(String name, Options options) {
        return options.qualified("the type of " + options.word(), name);
    }

    private static String given(@Nullable String value, Options options) {
        if (value == null) {
            throw new Refusal(options.word() + " names no value.");
        }
        return value;
    }

    private static @Nullable String neighbour(String option, String value, Options options) {
        String other = options.text(option);
        if (other != null && other.equals(value)) {
            throw new Refusal(
                    "Option \"" + option + "\" of " + options.word() + " names the value \"" + value + "\" itself.",
                    "Name another value of the enum.");
        }
        return other;
    }

    private static void refuseBoth(@Nullable String before, @Nullable String after, Options options) {
        if (before != null && after != null) {
            throw new Refusal(
                    options.word() + " says both before: and after:.", "One of them says where the value goes.");
        }
    }
}
