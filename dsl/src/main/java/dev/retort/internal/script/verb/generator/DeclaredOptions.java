package dev.retort.internal.script.verb.generator;

import java.util.ArrayList;
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

        boolean in(boolean batch) {
            return !only.equals(batch ? "OUTSIDE_BATCH" : "INSIDE_BATCH");
        }
    }

    /** A group that is named after its annotation. */
    record Shared(String name, String summary, String listedWith, boolean described, DeclaredOptions options)
            implements Item {}

    static DeclaredOptions of(Element element, Elements elements) {
        List<Item> items = new ArrayList<>();
        for (Mirror mirror : Mirror.all(element, elements)) {
            if (mirror.is("Option")) {
                items.add(named(mirror));
            } else if (mirror.is("Option.List")) {
                mirror.annotations("value").forEach(each -> items.add(named(each)));
            } else {
                Mirror.of(mirror.type(), "Group", elements)
                        .ifPresent(group -> items.add(new Shared(
                                mirror.type().getSimpleName().toString(),
                                group.text("summary"),
                                group.text("listedWith"),
                                group.flag("described"),
                                of(mirror.type(), elements))));
            }
        }
        return new DeclaredOptions(items);
    }

    private static Named named(Mirror option) {
        return new Named(
                option.texts("value"),
                option.text("type"),
                option.text("text"),
                option.flag("required"),
                option.text("only"));
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
