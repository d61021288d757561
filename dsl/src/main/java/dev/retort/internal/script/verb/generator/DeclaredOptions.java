package dev.retort.internal.script.verb.generator;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** What the annotations of a verb or of a group say of its options, in their order. */
record DeclaredOptions(List<Item> items) {

    /** Options or a group. */
    sealed interface Item {}

    /** Names of one type. */
    record Named(List<String> names, String type, String text, boolean required, String only) implements Item {

        Named without(List<String> others) {
            List<String> left =
                    names.stream().filter(name -> !others.contains(name)).toList();
            return new Named(left, type, text, required, only);
        }

        boolean in(boolean batch) {
            return !only.equals(batch ? "OUTSIDE_BATCH" : "INSIDE_BATCH");
        }
    }

    /** A group that is named after its annotation. */
    record Shared(String name, String summary, String listedWith, boolean described, DeclaredOptions options)
            implements Item {}

    static DeclaredOptions of(Element element, Elements elements, Trees trees) {
        List<Item> items = new ArrayList<>();
        for (Mirror mirror : inOrder(element, elements, trees)) {
            if (mirror.is("Option")) {
                items.add(named(mirror));
            } else {
                Mirror.of(mirror.type(), "Group", elements)
                        .ifPresent(group -> items.add(new Shared(
                                mirror.type().getSimpleName().toString(),
                                group.text("summary"),
                                group.text("listedWith"),
                                group.flag("described"),
                                of(mirror.type(), elements, trees))));
            }
        }
        return new DeclaredOptions(items);
    }

    /** As they are written: the compiler puts all options of an element where the first one is. */
    private static List<Mirror> inOrder(Element element, Elements elements, Trees trees) {
        List<Mirror> mirrors = Mirror.all(element, elements);
        Iterator<Mirror> options = mirrors.stream()
                .filter(mirror -> mirror.is("Option.List"))
                .flatMap(list -> list.annotations("value").stream())
                .toList()
                .iterator();
        ModifiersTree written = trees.getTree(element) instanceof MethodTree method
                ? method.getModifiers()
                : ((ClassTree) trees.getTree(element)).getModifiers();
        List<Mirror> ordered = new ArrayList<>();
        for (AnnotationTree each : written.getAnnotations()) {
            String name = each.getAnnotationType().toString();
            Mirror alone = mirrors.stream()
                    .filter(mirror -> mirror.type().getSimpleName().contentEquals(name))
                    .findFirst()
                    .orElseGet(options::next);
            ordered.add(alone);
        }
        return ordered;
    }

    private static Named named(Mirror option) {
        return new Named(
                option.texts("value"),
                option.text("type"),
                option.text("text"),
                option.flag("required"),
                option.text("only"));
    }

    /** All but these, each by itself. */
    DeclaredOptions without(List<String> names) {
        return new DeclaredOptions(
                all().<Item>map(option -> option.without(names)).toList());
    }

    DeclaredOptions with(String name, String type) {
        List<Item> more = new ArrayList<>(items);
        more.add(new Named(List.of(name), type, "", false, ""));
        return new DeclaredOptions(more);
    }

    /** Those of the groups too. */
    Stream<Named> all() {
        return items.stream()
                .flatMap(item -> item instanceof Shared group ? group.options().all() : Stream.of((Named) item));
    }

    Stream<Shared> groups() {
        return items.stream()
                .filter(Shared.class::isInstance)
                .map(Shared.class::cast)
                .flatMap(
                        group -> Stream.concat(Stream.of(group), group.options().groups()));
    }
}
