package dev.retort.internal.difference;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.EnumType;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Sequence;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Finds what might be a rename: something that goes, and something similar that comes. */
final class Renames {

    private static final int LEAST = 50;

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final NormalForm form;
    private final List<RenameCandidate> candidates = new ArrayList<>();

    Renames(Schema from, Schema to, DifferenceRules rules) {
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.form = new NormalForm(rules);
    }

    /** The likeliest first. */
    List<RenameCandidate> candidates() {
        pairs(Table.class, this::table);
        for (Table wanted : to.tables().toList()) {
            from.table(wanted.name()).ifPresent(old -> columns(old, wanted));
        }
        from.all(EnumType.class).forEach(this::values);
        pairs(EnumType.class, this::types);
        pairs(Sequence.class, this::sequences);
        candidates.sort(Comparator.comparing(RenameCandidate::score).reversed());
        return candidates;
    }

    /** Each that goes with each that comes in the same schema. */
    private <T extends SchemaObject> void pairs(Class<T> kind, BiConsumer<T, T> pair) {
        List<T> come = from(to, kind, from);
        for (T old : from(from, kind, to)) {
            for (T wanted : come) {
                if (Objects.equals(
                        old.objectName().name().schema(),
                        wanted.objectName().name().schema())) {
                    pair.accept(old, wanted);
                }
            }
        }
    }

    private static <T extends SchemaObject> List<T> from(Schema schema, Class<T> kind, Schema other) {
        return schema.all(kind)
                .filter(object -> other.object(object.objectName()).isEmpty())
                .toList();
    }

    private void types(EnumType old, EnumType wanted) {
        long both = old.values().stream().filter(wanted.values()::contains).count();
        int all = Math.max(old.values().size(), wanted.values().size());
        int score = all == 0 ? 0 : (int) (100 * both / all);
        if (score >= LEAST) {
            String reason = "has " + both + " of " + all + " values";
            candidates.add(new RenameCandidate(old.objectName(), wanted.name().name(), score, reason));
        }
    }

    /** One that counts on from where it is, or another one that begins again. */
    private void sequences(Sequence old, Sequence wanted) {
        if (old.named(wanted.name()).withOwner(wanted.owner()).equals(wanted)) {
            boolean owned = old.owner() != null && old.owner().equals(wanted.owner());
            candidates.add(new RenameCandidate(
                    old.objectName(),
                    wanted.name().name(),
                    owned ? 100 : 60,
                    owned ? "counts in the same way, for the same column" : "counts in the same way"));
        }
    }

    private void table(Table old, Table wanted) {
        List<Column> both = wanted.columns().stream()
                .filter(column -> column(old, column.name())
                        .filter(other -> form.of(other.type()).equals(form.of(column.type())))
                        .isPresent())
                .toList();
        int all = Math.max(old.columns().size(), wanted.columns().size());
        int score = all == 0 ? 0 : 100 * both.size() / all;
        if (score >= LEAST) {
            candidates.add(new RenameCandidate(
                    old.objectName(),
                    wanted.name().name(),
                    score,
                    both.size() + " of " + all + " columns have the same names and types"));
        }
    }

    private Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> rules.folding().same(column.name(), name))
                .findFirst();
    }

    private void columns(Table old, Table wanted) {
        for (int i = 0; i < old.columns().size(); i++) {
            Column gone = old.columns().get(i);
            if (column(wanted, gone.name()).isPresent()) {
                continue;
            }
            for (int j = 0; j < wanted.columns().size(); j++) {
                Column come = wanted.columns().get(j);
                if (column(old, come.name()).isEmpty()) {
                    column(old, gone, i, come, j);
                }
            }
        }
    }

    private void column(Table table, Column gone, int place, Column come, int newPlace) {
        boolean same = form.of(gone.type()).equals(form.of(come.type()));
        boolean alike = Widening.is(gone.type(), come.type()) || Widening.is(come.type(), gone.type());
        if (!same && !alike) {
            return;
        }
        List<String> reasons = new ArrayList<>(List.of(same ? "has the same type" : "has a similar type"));
        int score = same ? 50 : 30;
        if (place == newPlace) {
            score += 20;
            reasons.add("is at the same place");
        }
        if (gone.nullable() == come.nullable()
                && Objects.equals(form.of(gone).defaultValue(), form.of(come).defaultValue())) {
            score += 15;
            reasons.add("has the same default and nullability");
        }
        if (gone.comment() != null && gone.comment().equals(come.comment())) {
            score += 15;
            reasons.add("has the same comment");
        }
        if (score >= LEAST) {
            candidates.add(new RenameCandidate(
                    new ObjectName(ObjectKind.COLUMN, table.name(), gone.name()),
                    come.name(),
                    Math.min(score, 100),
                    String.join(", ", reasons)));
        }
    }

    /** A value that goes and one that comes at the same place. */
    private void values(EnumType old) {
        Optional<EnumType> wanted = to.object(old.objectName()).map(EnumType.class::cast);
        if (wanted.isEmpty() || wanted.get().values().size() != old.values().size()) {
            return;
        }
        for (int i = 0; i < old.values().size(); i++) {
            String gone = old.values().get(i);
            String come = wanted.get().values().get(i);
            if (!wanted.get().values().contains(gone) && !old.values().contains(come)) {
                candidates.add(new RenameCandidate(
                        new ObjectName(ObjectKind.ENUM_TYPE, old.name(), gone), come, 70, "is at the same place"));
            }
        }
    }
}
