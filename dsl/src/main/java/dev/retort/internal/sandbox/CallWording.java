package dev.retort.internal.sandbox;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.script.Databases;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;

/** ScriptWords what is wrong with a call of the language: a word there is not, or arguments it does not take. */
final class CallWording {

    /** A list of more words than these is not read. */
    private static final int MOST_LISTED = 12;

    /** What is meant where {@code json}, the type of a column, is asked for it. */
    private static final Set<String> JSON = Set.of("parse", "object", "array", "at", "text");

    private final Databases databases;
    private final VisibleNames vocabulary;

    CallWording(Databases databases, VisibleNames vocabulary) {
        this.databases = databases;
        this.vocabulary = vocabulary;
    }

    /** @param statement whether it is on a line of its own, where only a verb makes sense */
    Sentence unknown(String word, Scope room, boolean statement) {
        Optional<Sentence> other = misplaced(word, room).or(() -> OtherTools.word(word));
        if (other.isPresent()) {
            return other.get();
        }
        if (!statement || room == Scope.HEADER) {
            return unknownValue(word, room);
        }
        Set<String> verbs = verbs(room);
        String kind = room == Scope.OPERATIONS
                ? "No operation \"" + word + "\"."
                : "No word \"" + word + "\" " + room.place() + ".";
        String all = verbs.size() > MOST_LISTED
                ? "All words are listed by: retort explain words"
                : "There are " + String.join(", ", verbs) + ".";
        return Sentence.of(kind, Suggestion.didYouMean(word, verbs), all);
    }

    /** A word with arguments; where a value is wanted, it may be a function of the database. */
    Sentence unknownCall(String word, Scope room, boolean statement) {
        Sentence sentence = unknown(word, room, statement);
        boolean maySql = sentence.text().endsWith("is not known here.") && room != Scope.HEADER;
        return maySql && OtherTools.word(word).isEmpty()
                ? Sentence.of(sentence.text(), "If it is SQL, write it as such: sql('" + word + "(…)').")
                : sentence;
    }

    private Sentence unknownValue(String word, Scope room) {
        Optional<String> here = OtherTools.type(word);
        if (here.isPresent()) {
            return Sentence.of("No type \"" + word + "\".", "Write " + here.get() + ".");
        }
        Optional<String> type =
                room == Scope.HEADER ? Optional.empty() : Suggestion.didYouMean(word, vocabulary.types());
        Optional<String> verb = Suggestion.didYouMean(word, verbs(room));
        if (type.isPresent()) {
            return Sentence.of("No type \"" + word + "\".", type.get());
        }
        String quoted = "If it is a name or a text, put it in quotes: '" + word + "'.";
        return verb.isPresent()
                ? Sentence.of("No word \"" + word + "\" " + room.place() + ".", verb.get())
                : Sentence.of("\"" + word + "\" is not known here.", quoted);
    }

    /** A word that is right, but in another room. */
    private Optional<Sentence> misplaced(String word, Scope room) {
        if (vocabulary.has(room.type(), word)) {
            return Optional.empty();
        }
        if (room.declares() && isRevisions(word)) {
            return Optional.of(declaredInstead(word, room));
        }
        for (Scope other : room.related()) {
            if (other != room
                    && !(room.isInner() && other == room.outer())
                    && vocabulary.verbs(other.type()).contains(word)) {
                return Optional.of(Sentence.of(
                        "\"" + word + "\" is not allowed " + room.place() + ".", "It belongs " + other.place() + "."));
            }
        }
        return room == Scope.HEADER && vocabulary.types().contains(word)
                ? Optional.of(Sentence.of(
                        "\"" + word + "\" is not allowed " + room.place() + ".",
                        "It belongs " + Scope.OPERATIONS.place() + "."))
                : Optional.empty();
    }

    private boolean isRevisions(String word) {
        return Scope.OPERATIONS.related().stream()
                .anyMatch(scope -> vocabulary.verbs(scope.type()).contains(word) && scope != Scope.TABLE);
    }

    /** A word of revisions, where there are only declarations. */
    private Sentence declaredInstead(String word, Scope room) {
        String created = word.startsWith("create") ? Sentence.lowered(word.substring("create".length())) : word;
        String declared = created.equals("enum") ? "enumeration" : created;
        return Sentence.of(
                "\"" + word + "\" is not allowed in a schema file.",
                vocabulary.has(room.outer().type(), declared)
                        ? "Write " + declared + ": a schema file declares what there is."
                        : "A schema file declares what there is, and changes nothing; this belongs in a revision.");
    }

    private Set<String> verbs(Scope room) {
        return vocabulary.verbs(room.type());
    }

    /** @param argument which of the positional arguments it is about; -1 for all of them */
    record Finding(int argument, Sentence sentence) {}

    /** The word is known, but it does not take these arguments. */
    Finding wrongArguments(Class<?> type, String word, List<ClassNode> positional, boolean closure) {
        String writing = word.equals("text")
                ? "The type is text alone; SQL is written sql('…')."
                : "It is written: " + vocabulary.writing(type, word) + ".";
        List<Method> forms = new ArrayList<>(vocabulary.forms(type, word));
        if (!forms.isEmpty() && forms.stream().allMatch(CallWording::isValue)) {
            return new Finding(-1, Sentence.of("\"" + word + "\" is a value and takes no arguments.", use(word)));
        }
        forms.sort(Comparator.comparing(Method::toString));
        for (Method form : forms) {
            List<Parameter> parameters = VisibleNames.positional(form);
            boolean takesClosure = Arrays.asList(form.getParameterTypes()).contains(groovy.lang.Closure.class);
            if (parameters.size() == positional.size() && takesClosure == closure) {
                Optional<Finding> mismatch = mismatch(word, parameters, positional, writing);
                if (mismatch.isPresent()) {
                    return mismatch.get();
                }
            }
        }
        return new Finding(-1, Sentence.of("These are not the arguments of " + word + ".", writing));
    }

    private static boolean isValue(Method form) {
        return form.getName().startsWith("get")
                && form.getParameterCount() == 0
                && !ColumnType.class.isAssignableFrom(form.getReturnType());
    }

    private String use(String word) {
        return word.equals("dialect") && !databases.all().isEmpty()
                ? "Write if (dialect == '" + databases.all().get(0).name() + "') { … }."
                : "Write " + word + " alone.";
    }

    private static Optional<Finding> mismatch(
            String word, List<Parameter> parameters, List<ClassNode> given, String writing) {
        for (int i = 0; i < given.size(); i++) {
            Class<?> wanted = parameters.get(i).getType();
            ClassNode found = given.get(i);
            if (found.getName().equals("java.lang.Class")
                    && PlainType.of(wanted).equals("a type")) {
                String name = found.getGenericsTypes() == null
                        ? ""
                        : found.getGenericsTypes()[0].getType().getNameWithoutPackage();
                Sentence sentence = Sentence.of(
                        "\"" + name + "\" is a class of Java and no type of a column.",
                        "Write " + OtherTools.type(name).orElse("text, integer, varchar(200) or another type of SQL")
                                + ".");
                return Optional.of(new Finding(i, sentence));
            } else if (!accepts(wanted, found)) {
                String sentence = word + " takes " + PlainType.of(wanted) + " as its "
                        + parameters.get(i).getName() + ", not " + PlainType.of(found) + ".";
                return Optional.of(new Finding(i, Sentence.of(sentence, writing)));
            }
        }
        return Optional.empty();
    }

    /** Whether a value of this type will do, where the checker takes it; what is not known is left to run time. */
    static boolean accepts(Class<?> wanted, ClassNode found) {
        ClassNode given = ClassHelper.getWrapper(found);
        if (wanted == Object.class || given.getName().equals("java.lang.Object")) {
            return true;
        } else if (wanted == String.class) {
            return isText(given);
        } else if (wanted.isPrimitive()) {
            return given.equals(ClassHelper.getWrapper(ClassHelper.make(wanted)));
        }
        ClassNode target = ClassHelper.make(wanted);
        return given.equals(target) || given.isDerivedFrom(target) || given.implementsInterface(target);
    }

    static boolean isText(ClassNode type) {
        return type.getName().equals("java.lang.String")
                || type.getName().equals("groovy.lang.GString")
                || type.isDerivedFrom(ClassHelper.GSTRING_TYPE);
    }

    Sentence unknownOption(String word, String option, Set<String> options) {
        if (options.isEmpty()) {
            return Sentence.of(word + " takes no options.", "Leave out " + option + ":.");
        }
        Optional<String> hint = OtherTools.option(option, options).or(() -> Suggestion.didYouMean(option, options));
        return Sentence.of(
                word + " has no option \"" + option + "\".",
                hint,
                "Its options are " + String.join(", ", options) + ".");
    }

    Sentence wrongOption(String word, String option, Class<?> wanted, ClassNode found) {
        return new Sentence(
                "Option \"" + option + "\" of " + word + " takes " + PlainType.of(wanted) + ", not "
                        + PlainType.of(found) + ".",
                null);
    }

    /** A method there is not, on a value. */
    Sentence unknownMethod(ClassNode receiver, String name, boolean onRow, boolean arguments) {
        if (onRow) {
            return Sentence.of(
                    "What type this column's value has is not known, so it has no \"" + name + "\".",
                    "Read it with its type: row.string('name'), row.integer('n'), row.decimal('x'), row.instant('at').");
        }
        Optional<Sentence> newer = NewerMethods.refusal(receiver, name);
        if (newer.isPresent()) {
            return newer.get();
        }
        if (receiver.getName().startsWith("java.time.") && name.equals("format")
                || receiver.getName().equals("java.lang.Class") && name.equals("parse")) {
            return Sentence.of(
                    "Dates and times are written and read with a formatter.",
                    "Write date.format(DateTimeFormatter.ofPattern('yyyy-MM-dd')), LocalDate.parse(text, formatter).");
        }
        String plain = PlainType.of(receiver);
        if (plain.equals("a type") && JSON.contains(name)) {
            return Sentence.of("A type has no \"" + name + "\".", "Write Json." + name + "(…), with a capital letter.");
        }
        if (plain.equals("nothing")) {
            return Sentence.of(
                    "What is before it returns nothing, so it has no \"" + name + "\".",
                    "Write it as a statement of its own.");
        }
        String subject = plain.contains("(") ? plain : TypeWording.capital(plain);
        Set<String> names = new TreeSet<>();
        receiver.getMethods().forEach(method -> names.add(method.getName()));
        receiver.getAllInterfaces()
                .forEach(type -> type.getMethods().forEach((MethodNode m) -> names.add(m.getName())));
        if (names.contains(name) && arguments) {
            return Sentence.of(
                    subject + " has no \"" + name + "\" that takes these arguments.", "Check their number and types.");
        }
        String otherwise = receiver.getName().equals("java.lang.Object")
                ? "Say what type it has: String name = …."
                : "What a script calls must be known before it runs.";
        return Sentence.of(subject + " has no \"" + name + "\".", Suggestion.didYouMean(name, names), otherwise);
    }
}
