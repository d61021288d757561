package dev.retort.internal.script.verb.generator;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** An annotation as the compiler sees it, read without its class. */
record Mirror(AnnotationMirror annotation, Elements elements) {

    static Optional<Mirror> of(Element element, String name, Elements elements) {
        return all(element, elements).stream().filter(mirror -> mirror.is(name)).findFirst();
    }

    static List<Mirror> all(Element element, Elements elements) {
        return element.getAnnotationMirrors().stream()
                .map(annotation -> new Mirror(annotation, elements))
                .toList();
    }

    TypeElement type() {
        return (TypeElement) annotation.getAnnotationType().asElement();
    }

    boolean is(String name) {
        return type().getQualifiedName().contentEquals(VerbProcessor.ANNOTATIONS + "." + name);
    }

    /** The text of a value; the name of a class or of a constant. */
    String text(String value) {
        return String.valueOf(value(value).getValue());
    }

    boolean flag(String value) {
        return Boolean.parseBoolean(text(value));
    }

    List<String> texts(String value) {
        return values(value).stream()
                .map(each -> String.valueOf(each.getValue()))
                .toList();
    }

    List<Mirror> annotations(String value) {
        return values(value).stream()
                .map(each -> new Mirror((AnnotationMirror) each.getValue(), elements))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<? extends AnnotationValue> values(String value) {
        return (List<? extends AnnotationValue>) value(value).getValue();
    }

    private AnnotationValue value(String name) {
        return elements.getElementValuesWithDefaults(annotation).entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(entry -> (AnnotationValue) entry.getValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no value " + name + " of " + annotation));
    }
}
