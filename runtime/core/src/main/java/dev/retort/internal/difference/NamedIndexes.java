package dev.retort.internal.difference;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.ConventionNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Gives indexes without a name that of the index that is there and does the same, or else that of the convention. */
public final class NamedIndexes {

    private final Schema from;
    private final ConventionNames convention;
    private final NormalForm form;

    /** @param from what is there already */
    public NamedIndexes(Schema from, ConventionNames convention, DifferenceRules rules) {
        this.from = from;
        this.convention = convention;
        this.form = new NormalForm(rules);
    }

    public Schema of(Schema wanted) {
        return wanted.with(wanted.tables()
                .filter(table -> table.indexes().stream().anyMatch(NamedIndexes::isUnnamed))
                .map(this::of)
                .toList());
    }

    private static boolean isUnnamed(Index index) {
        return index.name().isEmpty();
    }

    private Table of(Table wanted) {
        List<Index> there = from.table(wanted.name()).map(Table::indexes).orElse(List.of());
        Set<String> taken = wanted.indexes().stream().map(Index::name).collect(Collectors.toCollection(HashSet::new));
        List<Index> named = new ArrayList<>();
        for (Index index : wanted.indexes()) {
            named.add(isUnnamed(index) ? named(index, there, taken) : index);
        }
        return wanted.withIndexes(named).sorted();
    }

    private Index named(Index index, List<Index> there, Set<String> taken) {
        Predicate<Index> isSame = each -> form.of(each).named("").equals(form.of(index));
        Optional<String> known = there.stream()
                .filter(isSame)
                .map(Index::name)
                .filter(name -> !taken.contains(name))
                .findFirst();
        String name = known.or(() -> convention.of(index)).orElseGet(() -> plain(index));
        String free = name;
        for (int number = 1; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return index.named(free);
    }

    /** Where the convention takes in the name that an author gave. */
    private static String plain(Index index) {
        String columns = index.elements().stream()
                .filter(Index.Element.ColumnName.class::isInstance)
                .map(element -> ((Index.Element.ColumnName) element).name())
                .collect(Collectors.joining("_"));
        return index.table().name() + "_" + columns + "_idx";
    }
}
