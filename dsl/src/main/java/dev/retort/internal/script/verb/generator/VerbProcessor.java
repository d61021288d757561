package dev.retort.internal.script.verb.generator;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the classes that scripts are compiled against, and the tables of options of the manual. */
@SupportedAnnotationTypes(VerbProcessor.ANNOTATIONS + ".Verbs")
public final class VerbProcessor extends AbstractProcessor {

    /** Where the language is: readers, and what is written for them. */
    static final String LANGUAGE = "dev.retort.internal.script";

    static final String ANNOTATIONS = LANGUAGE + ".verb";

    /** What an author's operations are. */
    static final String OPERATION = "dev.retort.internal.operation.Operation";

    /** The tables, of which the manual holds copies that a spec compares. */
    private static final String TABLES = "option-tables.md";

    private final OptionTables tables = new OptionTables();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).forEach(this::write);
        }
        if (round.processingOver() && !round.errorRaised()) {
            write("", TABLES, tables.text(), filer -> filer.createResource(StandardLocation.SOURCE_OUTPUT, "", TABLES));
        }
        return true;
    }

    private void write(TypeElement type) {
        Elements elements = processingEnv.getElementUtils();
        Trees trees = Trees.instance(processingEnv);
        Mirror verbs = Mirror.of(type, "Verbs", elements).orElseThrow();
        List<DeclaredVerb> declared = ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .flatMap(method -> Mirror.of(method, "Verb", elements).stream()
                        .map(verb -> DeclaredVerb.of(method, verb, elements, trees)))
                .toList();
        declared.forEach(this::check);
        tables.add(type.getSimpleName().toString(), declared);
        String under = verbs.text("under");
        String holder = under.isEmpty() ? type.getSimpleName().toString() : null;
        write(new ClassText(type, elements, verbs.text("generates"), under, holder), declared);
        if (!verbs.text("declarations").isEmpty()) {
            ClassText declarations =
                    new ClassText(type, elements, verbs.text("declarations"), verbs.text("declarationsUnder"), null);
            write(
                    declarations,
                    declared.stream()
                            .flatMap(verb -> verb.declaration(elements).stream())
                            .toList());
        }
        if (!verbs.text("batch").isEmpty()) {
            ClassText batch = new ClassText(type, elements, verbs.text("batch"), "", verbs.text("batchChanges"));
            List<DeclaredVerb> ofOneTable = declared.stream()
                    .filter(verb -> verb.argument(DeclaredVerb.Kind.TABLE).isPresent())
                    .toList();
            write(batch, ofOneTable);
        }
    }

    private void write(ClassText text, List<DeclaredVerb> verbs) {
        verbs.forEach(text::add);
        String name = LANGUAGE + "." + text.name();
        write(LANGUAGE, text.name() + ".java", text.text(), filer -> filer.createSourceFile(name, text.origin()));
    }

    /** Creates a file. */
    private interface Creation {
        FileObject in(Filer filer) throws IOException;
    }

    /** A file that is right stays as it is, so that what depends on it is not compiled again. */
    private void write(String home, String name, String text, Creation creation) {
        Filer filer = processingEnv.getFiler();
        if (text.equals(existing(home, name, filer))) {
            return;
        }
        try (Writer writer = creation.in(filer).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String existing(String home, String name, Filer filer) {
        try {
            return filer.getResource(StandardLocation.SOURCE_OUTPUT, home, name)
                    .getCharContent(true)
                    .toString();
        } catch (IOException e) {
            return "";
        }
    }

    private void check(DeclaredVerb verb) {
        List<String> names =
                verb.options().all().flatMap(option -> option.names().stream()).toList();
        for (String name : Set.copyOf(names)) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                refuse(verb, "has the option \"" + name + "\" twice");
            }
        }
        String written = verb.verb().text("value");
        if (!written.isEmpty() && !written.matches("(?s)" + verb.name() + "\\b.*")) {
            refuse(verb, "is written \"" + written + "\", which is another verb");
        } else if (!names.isEmpty() && verb.argument(DeclaredVerb.Kind.OPTIONS).isEmpty()) {
            refuse(verb, "declares options, but has no parameter of the type Options to read them");
        }
    }

    private void refuse(DeclaredVerb verb, String sentence) {
        processingEnv
                .getMessager()
                .printMessage(Diagnostic.Kind.ERROR, verb.name() + " " + sentence + ".", verb.method());
    }
}
