package dev.retort.internal.sandbox.verify;

import dev.retort.internal.sandbox.runtime.ByName;
import dev.retort.internal.sandbox.runtime.Cases;
import dev.retort.internal.sandbox.runtime.Coercions;
import dev.retort.internal.sandbox.runtime.GroovyIntrinsics;
import dev.retort.internal.sandbox.runtime.Guard;
import dev.retort.internal.sandbox.runtime.JsonTexts;
import dev.retort.internal.sandbox.runtime.Numbers;
import dev.retort.internal.sandbox.runtime.Regexes;
import dev.retort.internal.sandbox.runtime.Sizes;
import dev.retort.internal.sandbox.runtime.Texts;
import dev.retort.internal.sandbox.runtime.Truth;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which methods of the runtime replace methods of Groovy and Java. A method of the runtime replaces the
 * method of the same name whose arguments, the receiver first, it takes.
 */
final class Replacements {

    private static final String GUARD = Type.getDescriptor(Guard.class);
    private static final String SIZES = Type.getInternalName(Sizes.class);
    private static final String NUMBERS = Type.getInternalName(Numbers.class);
    private static final String RUNTIME = "org/codehaus/groovy/runtime/";

    private static final Map<String, List<Class<?>>> STAND_INS = Map.ofEntries(
            Map.entry(
                    RUNTIME + "ScriptBytecodeAdapter",
                    List.of(
                            Coercions.class,
                            Cases.class,
                            ByName.class,
                            Regexes.class,
                            Sizes.class,
                            GroovyIntrinsics.class)),
            Map.entry(RUNTIME + "InvokerHelper", List.of(Regexes.class, Sizes.class)),
            Map.entry(RUNTIME + "typehandling/ShortTypeHandling", List.of(Coercions.class)),
            Map.entry(RUNTIME + "typehandling/DefaultTypeTransformation", List.of(Coercions.class, Truth.class)),
            Map.entry(RUNTIME + "typehandling/NumberMath", List.of(Numbers.class)),
            Map.entry("org/codehaus/groovy/transform/ImmutableASTTransformation", List.of(GroovyIntrinsics.class)),
            Map.entry(
                    RUNTIME + "DefaultGroovyMethods",
                    List.of(Coercions.class, Truth.class, ByName.class, Sizes.class, Numbers.class, Texts.class)),
            Map.entry(RUNTIME + "ArrayGroovyMethods", List.of(Coercions.class)),
            Map.entry(
                    RUNTIME + "StringGroovyMethods",
                    List.of(Coercions.class, Texts.class, Regexes.class, Numbers.class)),
            Map.entry("dev/retort/internal/script/Json", List.of(JsonTexts.class)),
            Map.entry("dev/retort/internal/script/JsonSlurper", List.of(JsonTexts.class)),
            Map.entry("dev/retort/internal/script/JsonOutput", List.of(JsonTexts.class)),
            Map.entry("java/lang/String", List.of(Texts.class, Regexes.class)),
            Map.entry("java/lang/StringBuilder", List.of(Texts.class)),
            Map.entry("java/util/StringJoiner", List.of(Texts.class)),
            Map.entry("java/util/HexFormat", List.of(Texts.class)),
            Map.entry("java/text/Normalizer", List.of(Texts.class)),
            Map.entry("java/util/List", List.of(Sizes.class)),
            Map.entry("java/util/ArrayList", List.of(Sizes.class)),
            Map.entry("java/util/regex/Pattern", List.of(Regexes.class)),
            Map.entry("java/util/regex/Matcher", List.of(Regexes.class)),
            Map.entry("java/math/BigDecimal", List.of(Numbers.class)),
            Map.entry("java/math/BigInteger", List.of(Numbers.class)),
            Map.entry("java/util/Collections", List.of(Sizes.class)),
            Map.entry("java/util/stream/IntStream", List.of(Sizes.class)),
            Map.entry("java/util/stream/Stream", List.of(Sizes.class)));

    /** Constructors that make as much as their last argument says. */
    private static final Map<String, Check> CHECKS = Map.ofEntries(
            Map.entry("java/util/ArrayList(I)V", capacity(1)),
            Map.entry("java/util/ArrayDeque(I)V", capacity(1)),
            Map.entry("java/util/HashMap(I)V", capacity(1)),
            Map.entry("java/util/HashSet(I)V", capacity(1)),
            Map.entry("java/util/LinkedHashMap(I)V", capacity(1)),
            Map.entry("java/util/LinkedHashSet(I)V", capacity(1)),
            Map.entry("java/util/PriorityQueue(I)V", capacity(1)),
            Map.entry("java/lang/StringBuilder(I)V", capacity(1)),
            Map.entry(
                    "java/math/MathContext(I)V",
                    new Check(Opcodes.DUP, new Target(NUMBERS, "precision", "(I)V", true))),
            Map.entry("groovy/lang/IntRange(II)V", span()),
            Map.entry("groovy/lang/IntRange(ZII)V", span()),
            Map.entry("groovy/lang/IntRange(ZZII)V", span()),
            Map.entry(
                    "java/math/BigDecimal(Ljava/lang/String;)V",
                    new Check(Opcodes.DUP, new Target(NUMBERS, "decimal", "(Ljava/lang/String;)V", true))));

    /**
     * A static method to call.
     *
     * @param descriptor without the guard
     * @param guarded whether the method takes the guard after its arguments
     */
    record Target(String owner, String name, String descriptor, boolean guarded) {}

    /** A method to call with copies of the topmost values of the stack. */
    record Check(int duplicate, Target target) {}

    private final Map<Class<?>, List<Method>> methods = new HashMap<>();

    Replacements() {
        STAND_INS.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(type -> methods.put(type, publicMethods(type)));
    }

    private static List<Method> publicMethods(Class<?> type) {
        List<Method> found = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                found.add(method);
            }
        }
        return found;
    }

    static Check capacity(int dimensions) {
        return dimensions == 1
                ? new Check(Opcodes.DUP, new Target(SIZES, "capacity", "(I)V", true))
                : new Check(Opcodes.DUP2, new Target(SIZES, "capacity", "(II)V", true));
    }

    private static Check span() {
        return new Check(Opcodes.DUP2, new Target(SIZES, "span", "(II)V", true));
    }

    Optional<Check> check(String owner, String descriptor) {
        return Optional.ofNullable(CHECKS.get(owner + descriptor));
    }

    Optional<Target> find(boolean isStatic, String owner, String name, String descriptor) {
        List<Class<?>> types = STAND_INS.getOrDefault(owner, List.of());
        Type wanted = Type.getMethodType(descriptor);
        List<Type> arguments = new ArrayList<>();
        if (!isStatic) {
            arguments.add(Type.getObjectType(owner));
        }
        arguments.addAll(List.of(wanted.getArgumentTypes()));
        return types.stream()
                .flatMap(type -> methods.getOrDefault(type, List.of()).stream())
                .filter(method -> method.getName().equals(name))
                .flatMap(method -> target(method, arguments, wanted.getReturnType()).stream())
                .findFirst();
    }

    private static Optional<Target> target(Method method, List<Type> arguments, Type result) {
        List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(method)));
        boolean guarded = !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).getDescriptor().equals(GUARD);
        if (guarded) {
            parameters.remove(parameters.size() - 1);
        }
        boolean fits = parameters.size() == arguments.size()
                && Type.getReturnType(method).equals(result);
        for (int i = 0; fits && i < parameters.size(); i++) {
            fits = fits(parameters.get(i), arguments.get(i));
        }
        return fits
                ? Optional.of(new Target(
                        Type.getInternalName(method.getDeclaringClass()),
                        method.getName(),
                        Type.getMethodDescriptor(result, parameters.toArray(new Type[0])),
                        guarded))
                : Optional.empty();
    }

    /** The JVM lets any reference be an Object. */
    private static boolean fits(Type parameter, Type argument) {
        return parameter.equals(argument)
                || (parameter.getInternalName().equals("java/lang/Object") && argument.getSort() >= Type.ARRAY);
    }
}
