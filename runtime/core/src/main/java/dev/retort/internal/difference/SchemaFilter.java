package dev.retort.internal.difference;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a schema is compared. A pattern is {@code glob} or {@code kind:glob}, with {@code *} and {@code ?} in the glob,
 * which matches the name of an object, or that with its schema or its table before it.
 */
public final class SchemaFilter {

    /** Which belong to a table, and are meant only where a pattern says their kind. */
    private static final Set<ObjectKind> PARTS = EnumSet.of(ObjectKind.COLUMN, ObjectKind.CONSTRAINT, ObjectKind.INDEX);

    private final List<NamePattern> include;
    private final List<NamePattern> exclude;

    /** @param kind null means every kind but those of {@link #PARTS} */
    private record NamePattern(@Nullable ObjectKind kind, Pattern glob) {

        static NamePattern parse(String text) {
            int colon = text.indexOf(':');
            String glob = text.substring(colon + 1).strip();
            return new NamePattern(colon < 0 ? null : kind(text.substring(0, colon), text), compiled(glob));
        }

        private static ObjectKind kind(String word, String text) {
            List<String> words =
                    Arrays.stream(ObjectKind.values()).map(NamePattern::word).toList();
            int index = words.indexOf(word.strip().toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("The pattern \"" + text + "\" names no kind of object.")
                                .withHint(Suggestion.didYouMean(word, words)
                                        .orElse("The kinds are " + String.join(", ", words) + ".")));
            }
            return ObjectKind.values()[index];
        }

        private static String word(ObjectKind kind) {
            return kind.words().replace(" ", "_");
        }

        private static Pattern compiled(String glob) {
            StringBuilder regex = new StringBuilder();
            for (char c : glob.toCharArray()) {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
            }
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        }

        boolean isAbout(ObjectKind asked) {
            return kind == null ? !PARTS.contains(asked) : kind == asked;
        }

        boolean matches(ObjectName name) {
            return isAbout(name.kind())
                    && names(name).stream().anyMatch(each -> glob.matcher(each).matches());
        }

        private static List<String> names(ObjectName name) {
            String own = name.name().name();
            String full = name.name().toString();
            return name.part() == null || name.kind() == ObjectKind.ROUTINE
                    ? List.of(own, full)
                    : List.of(name.part(), own + "." + name.part(), full + "." + name.part());
        }
    }

    /** @throws RetortException of the kind USAGE where a pattern names a kind that there is not */
    public SchemaFilter(List<String> include, List<String> exclude) {
        this.include = include.stream().map(NamePattern::parse).toList();
        this.exclude = exclude.stream().map(NamePattern::parse).toList();
    }

    /** Without what is not compared. */
    public Schema of(Schema schema) {
        if (include.isEmpty() && exclude.isEmpty()) {
            return schema;
        }
        List<ObjectName> left = schema.objects().values().stream()
                .filter(object -> !keeps(object, schema))
                .map(SchemaObject::objectName)
                .toList();
        Schema kept = schema.without(left);
        return kept.with(kept.objects().values().stream().map(this::parts).toList());
    }

    private boolean keeps(SchemaObject object, Schema schema) {
        ObjectName name = object.objectName();
        boolean ofTable = name.kind() == ObjectKind.TRIGGER || name.kind() == ObjectKind.POLICY;
        return keeps(name) && (!ofTable || keepsRelation(name.name(), schema));
    }

    private boolean keepsRelation(QualifiedName relation, Schema schema) {
        return keeps(ObjectName.of(schema.view(relation).isPresent() ? ObjectKind.VIEW : ObjectKind.TABLE, relation));
    }

    private boolean keeps(ObjectName name) {
        List<NamePattern> about =
                include.stream().filter(each -> each.isAbout(name.kind())).toList();
        boolean included = about.isEmpty() || about.stream().anyMatch(each -> each.matches(name));
        return included && exclude.stream().noneMatch(each -> each.matches(name));
    }

    private SchemaObject parts(SchemaObject object) {
        if (object instanceof Table table) {
            return table.withColumns(table.columns().stream()
                            .filter(each -> keeps(part(ObjectKind.COLUMN, table, each.name())))
                            .toList())
                    .withConstraints(table.constraints().stream()
                            .filter(each ->
                                    each.name() == null || keeps(part(ObjectKind.CONSTRAINT, table, each.name())))
                            .toList())
                    .withIndexes(indexes(table.name(), table.indexes()));
        } else if (object instanceof View view) {
            return view.withIndexes(indexes(view.name(), view.indexes()));
        }
        return object;
    }

    private List<Index> indexes(QualifiedName relation, List<Index> indexes) {
        return indexes.stream()
                .filter(index -> keeps(new ObjectName(ObjectKind.INDEX, relation, index.name())))
                .toList();
    }

    private static ObjectName part(ObjectKind kind, Table table, String name) {
        return new ObjectName(kind, table.name(), name);
    }
}
