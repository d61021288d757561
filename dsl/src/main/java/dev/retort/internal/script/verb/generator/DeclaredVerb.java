package dev.retort.internal.script.verb.generator;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** One method that is a verb. */
record DeclaredVerb(
        String name,
        ExecutableElement method,
        Mirror verb,
        List<Argument> arguments,
        DeclaredOptions options,
        String result) {

    /** What a parameter is to the author and to the generator. */
    enum Kind {
        WRITTEN,
        OPTIONS,
        TABLE,
        CONTEXT,
        /** It is among the options. */
        NAME
    }

    /** @param words the class whose words are known inside, of a closure; else empty */
    record Argument(Kind kind, String type, String name, boolean nullable, String words, String schemaOption) {

        /** A name that need not be given. */
        boolean isOptionalName() {
            return nullable && name.equals("name");
        }

        Argument nameAsOption() {
            return isOptionalName() ? new Argument(Kind.NAME, type, name, nullable, words, schemaOption) : this;
        }
    }

    static DeclaredVerb of(ExecutableElement method, Mirror verb, Elements elements, Trees trees) {
        List<Argument> arguments = method.getParameters().stream()
                .map(parameter -> argument(parameter, method, elements))
                .toList();
        return new DeclaredVerb(
                method.getSimpleName().toString(),
                method,
                verb,
                arguments,
                DeclaredOptions.of(method, elements, trees),
                plain(method.getReturnType().toString()));
    }

    private static Argument argument(VariableElement parameter, ExecutableElement method, Elements elements) {
        String written = parameter.asType().toString();
        boolean last = method.getParameters().indexOf(parameter)
                == method.getParameters().size() - 1;
        String type = plain(written);
        return new Argument(
                kind(type),
                method.isVarArgs() && last ? type.replaceAll("\\[\\]$", "...") : type,
                parameter.getSimpleName().toString(),
                written.contains(".Nullable"),
                text(parameter, "Inside", "", elements),
                text(parameter, "SchemaOf", "schema", elements));
    }

    private static String text(VariableElement parameter, String annotation, String otherwise, Elements elements) {
        Optional<Mirror> mirror = Mirror.of(parameter, annotation, elements);
        return mirror.map(found -> found.text("value")).orElse(otherwise);
    }

    private static String plain(String type) {
        return type.replaceAll("@[\\w.]+(\\([^)]*\\))? ?", "");
    }

    private static Kind kind(String type) {
        return switch (type.replace(VerbProcessor.LANGUAGE + ".", "")) {
            case "Options" -> Kind.OPTIONS;
            case "OperationReader" -> Kind.TABLE;
            case "VerbContext" -> Kind.CONTEXT;
            default -> Kind.WRITTEN;
        };
    }

    /** As schema files have it; empty where they do not. */
    Optional<DeclaredVerb> declaration(Elements elements) {
        return Mirror.of(method, "Declared", elements)
                .map(declared -> new DeclaredVerb(
                        declared.text("value"),
                        method,
                        verb,
                        arguments.stream().map(Argument::nameAsOption).toList(),
                        declaredOptions(declared.texts("without")),
                        result));
    }

    private DeclaredOptions declaredOptions(List<String> without) {
        DeclaredOptions left = options.without(without);
        return arguments.stream().anyMatch(Argument::isOptionalName) ? left.with("name", "java.lang.String") : left;
    }

    boolean isStatic() {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    boolean isVoid() {
        return method.getReturnType().getKind() == TypeKind.VOID;
    }

    Optional<Argument> argument(Kind kind) {
        return arguments.stream().filter(argument -> argument.kind() == kind).findFirst();
    }

    /** Whether options may be given, and whether the verb can do without them. */
    boolean takesOptions(boolean batch) {
        return argument(Kind.OPTIONS).isPresent()
                || !batch && argument(Kind.TABLE).isPresent();
    }

    boolean needsOptions() {
        return verb.flag("needsOptions") || options.all().anyMatch(DeclaredOptions.Named::required);
    }
}
