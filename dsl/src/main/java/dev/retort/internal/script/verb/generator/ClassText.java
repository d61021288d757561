package dev.retort.internal.script.verb.generator;

import dev.retort.internal.script.verb.generator.DeclaredVerb.Argument;
import dev.retort.internal.script.verb.generator.DeclaredVerb.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The text of one class that scripts are compiled against: each verb without options, where it can, and with them. */
final class ClassText {

    private static final Pattern QUALIFIED = Pattern.compile("((?:[a-z_]\\w*\\.)+)([A-Z]\\w*)");

    private static final String ONLY_ON = """

                /** What is inside applies to this database alone. */
                public void onlyOn(
                        String database,
                        @DelegatesTo(value = %1$s.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
                    onlyOn(List.of(database), body);
                }

                public void onlyOn(
                        List<?> databases,
                        @DelegatesTo(value = %1$s.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
                    if (held.database().isAmong(databases)) {
                        Closures.call(body, this);
                    }
                }
            """;

    private final TypeElement origin;
    private final Elements elements;
    private final String name;
    private final String under;
    private final @Nullable String holder;
    private final boolean batch;
    private final SortedSet<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();

    /** @param holder what the class speaks to; null where it is the superclass of one that has that itself */
    ClassText(TypeElement origin, Elements elements, String name, String under, @Nullable String holder) {
        this.origin = origin;
        this.elements = elements;
        this.name = name;
        this.under = under;
        this.holder = holder;
        this.batch = holder != null && !origin.getSimpleName().contentEquals(holder);
    }

    String name() {
        return name;
    }

    TypeElement origin() {
        return origin;
    }

    void add(DeclaredVerb verb) {
        boolean options = verb.takesOptions(batch);
        if (options && !verb.needsOptions()) {
            method(verb, List.of(), forward(verb));
        }
        method(verb, options ? List.of(optionsParameter(verb)) : List.of(), call(verb, options));
    }

    private void method(DeclaredVerb verb, List<String> options, String statements) {
        List<String> parameters = new ArrayList<>(options);
        written(verb).forEach(argument -> parameters.add(parameter(argument)));
        String doc = elements.getDocComment(verb.method());
        if (doc != null) {
            body.append("\n    /**\n     * ")
                    .append(doc.strip().replaceAll("\\n ?", "\n     * "))
                    .append("\n     */");
        }
        body.append("\n    public ")
                .append(isGiven(verb) ? type(verb.result()) : "void")
                .append(' ')
                .append(verb.name())
                .append('(');
        body.append(parameters.isEmpty() ? "" : "\n            ")
                .append(String.join(",\n            ", parameters))
                .append(") {\n");
        body.append(statements.indent(8)).append("    }\n");
    }

    private List<Argument> written(DeclaredVerb verb) {
        return verb.arguments().stream()
                .filter(argument -> argument.kind() == Kind.WRITTEN || argument.kind() == Kind.TABLE && !batch)
                .toList();
    }

    private String parameter(Argument argument) {
        if (!argument.words().isEmpty()) {
            type("groovy.lang.Closure");
            return "@" + type("groovy.lang.DelegatesTo") + "(value = " + argument.words()
                    + ".class, strategy = Closure.DELEGATE_FIRST) " + type(argument.type()) + " " + argument.name();
        }
        String nullable = argument.nullable() ? "@" + type("org.jspecify.annotations.Nullable") + " " : "";
        return nullable + (argument.kind() == Kind.TABLE ? "String" : type(argument.type())) + " " + argument.name();
    }

    private String optionsParameter(DeclaredVerb verb) {
        StringBuilder text = new StringBuilder();
        verb.options()
                .all()
                .filter(option -> option.in(batch))
                .forEach(option -> option.names().forEach(each -> named(each, option.type(), option.required(), text)));
        if (!batch) {
            verb.argument(Kind.TABLE).ifPresent(table -> named(table.schemaOption(), "java.lang.String", false, text));
        }
        return text + type("java.util.Map") + "<String, ?> options";
    }

    private void named(String option, String type, boolean required, StringBuilder text) {
        text.append("@").append(type("groovy.transform.NamedParam")).append("(value = \"");
        text.append(option).append("\", type = ").append(type(type)).append(".class");
        text.append(required ? ", required = true" : "").append(")\n            ");
    }

    private String forward(DeclaredVerb verb) {
        type("java.util.Map");
        String arguments =
                written(verb).stream().map(each -> ", " + each.name()).collect(Collectors.joining());
        return (isGiven(verb) ? "return " : "") + verb.name() + "(Map.of()" + arguments + ");";
    }

    private String call(DeclaredVerb verb, boolean options) {
        String arguments = verb.arguments().stream().map(this::passed).collect(Collectors.joining(", "));
        String call = (verb.isStatic() ? origin.getSimpleName() : "held") + "."
                + verb.method().getSimpleName() + "(" + arguments + ")";
        boolean list = verb.result().startsWith("java.util.List<") && isOperations(verb);
        String before = options ? "Options read = new Options(\"" + verb.name() + "\", options);\n" : "";
        String after = options ? "read.done();\n" : "";
        if (verb.isVoid()) {
            return before + call + ";\n" + after;
        } else if (isGiven(verb)) {
            return before + type(verb.result()) + " given = " + call + ";\n" + after + "return given;";
        }
        String emit = holder == null ? "emit" : "held.add";
        return before + type(verb.result()) + (list ? " operations = " : " operation = ") + call + ";\n" + after
                + (list ? "operations.forEach(this::emit);" : emit + "(operation);");
    }

    private String passed(Argument argument) {
        return switch (argument.kind()) {
            case WRITTEN -> argument.name();
            case OPTIONS -> "read";
            case CONTEXT -> "this";
            case NAME -> "read.text(\"" + argument.name() + "\")";
            case TABLE ->
                batch
                        ? "held.table()"
                        : "on(" + argument.name() + ", read"
                                + (argument.schemaOption().equals("schema")
                                        ? ""
                                        : ", \"" + argument.schemaOption() + "\"")
                                + ")";
        };
    }

    /** Whether the script gets what the verb returns. */
    private static boolean isGiven(DeclaredVerb verb) {
        return !verb.isVoid() && !isOperations(verb);
    }

    private static boolean isOperations(DeclaredVerb verb) {
        return verb.result().equals(VerbProcessor.OPERATION)
                || verb.result().equals("java.util.List<" + VerbProcessor.OPERATION + ">");
    }

    /** The type by its simple name, with an import. */
    private String type(String qualified) {
        Matcher names = QUALIFIED.matcher(qualified);
        return names.replaceAll(found -> {
            String home = found.group(1).substring(0, found.group(1).length() - 1);
            if (!home.equals("java.lang") && !home.equals(VerbProcessor.LANGUAGE)) {
                imports.add(found.group());
            }
            return found.group(2);
        });
    }

    String text() {
        String head = head();
        String all = imports.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining());
        return "package " + VerbProcessor.LANGUAGE + ";\n\n" + all + "\n" + head + body + "}\n";
    }

    private String head() {
        String doc = String.valueOf(elements.getDocComment(origin)).strip().replaceAll("\\n ?", "\n * ");
        String generated = "\n/**\n * " + doc + "\n *\n * @see " + origin.getSimpleName()
                + " from which this is generated"
                + "\n */\n@" + type("javax.annotation.processing.Generated") + "(\"" + VerbProcessor.class.getName()
                + "\")\n";
        if (holder == null) {
            return generated + "public abstract class " + name + " extends " + under + " {\n\n    " + name + "() {}\n";
        }
        type("groovy.lang.Closure");
        type("groovy.lang.DelegatesTo");
        type("java.util.List");
        return generated + "public final class " + name + " {\n\n    private final " + holder + " held;\n\n    " + name
                + "(" + holder + " held) {\n        this.held = held;\n    }\n" + ONLY_ON.formatted(name);
    }
}
