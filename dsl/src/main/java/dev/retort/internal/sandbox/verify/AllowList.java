package dev.retort.internal.sandbox.verify;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.objectweb.asm.Type;

/**
 * The types and members that migrations may use. Its authority is {@code allow-list.expanded.txt}, which names each
 * member with its full signature: a newer Java or Groovy admits nothing that is not written there. The words of the
 * language itself are the public members of the classes marked {@code own}.
 */
final class AllowList {

    /** What one class of the list admits. Lines are kept as they are until a script uses the class. */
    private record Entry(Set<String> marks, List<String> parents, List<String> lines) {}

    private final Map<String, Entry> entries;
    private final ClassLoader parent;
    private final ConcurrentMap<String, Set<String>> members = new ConcurrentHashMap<>();

    private final Set<String> closed = new HashSet<>();

    private AllowList(Map<String, Entry> entries, ClassLoader parent) {
        this.entries = entries;
        this.parent = parent;
        entries.forEach((name, entry) -> {
            if (entry.marks().contains("+extend") && !name.equals("groovy/lang/Closure")) {
                entry.lines().stream()
                        .map(line -> line.substring(1))
                        .filter(line -> line.startsWith("-"))
                        .forEach(closed::add);
            }
        });
    }

    static AllowList load(ClassLoader parent) {
        Map<String, Entry> entries = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Wording.lines("allow-list.expanded.txt")) {
            if (line.charAt(0) == ' ') {
                current.add(line);
            } else {
                String[] words = line.split(" ", -1);
                current = new ArrayList<>();
                Set<String> marks = new HashSet<>();
                List<String> parents = new ArrayList<>();
                for (int i = 1; i < words.length; i++) {
                    (words[i].startsWith("+") ? marks : parents).add(words[i]);
                }
                entries.put(words[0], new Entry(marks, parents, current));
            }
        }
        return new AllowList(entries, parent);
    }

    /** Whether the name may be written wherever a type can. */
    boolean isType(String internalName) {
        Entry entry = entries.get(internalName);
        return entry != null && !entry.marks().contains("+static");
    }

    /** Whether the class loader of a script finds the class. */
    boolean links(String internalName) {
        return entries.containsKey(internalName);
    }

    /** Whether classes of a script may extend or implement it. */
    boolean isExtensible(String internalName) {
        Entry entry = entries.get(internalName);
        return entry != null && entry.marks().contains("+extend");
    }

    /**
     * Whether the method is one that an extensible class has and keeps closed.
     *
     * @param member {@code name(parameters)result}
     */
    boolean isClosedInAncestors(String member) {
        return closed.contains("-" + member);
    }

    /**
     * The class whose member it is, if it is admitted.
     *
     * @param member {@code name(parameters)result} of a method, {@code .name:type} of a field
     */
    Optional<String> find(String owner, String member) {
        Entry entry = entries.get(owner);
        if (entry == null) {
            return Optional.empty();
        }
        Set<String> own = members.computeIfAbsent(owner, name -> members(name, entry));
        if (own.contains(member)) {
            return Optional.of(owner);
        } else if (own.contains("-" + member) || member.startsWith("<init>")) {
            return Optional.empty();
        }
        return entry.parents().stream()
                .flatMap(above -> find(above, member).stream())
                .findFirst()
                .or(() -> owner.equals("java/lang/Object") ? Optional.empty() : find("java/lang/Object", member));
    }

    private Set<String> members(String owner, Entry entry) {
        Set<String> members = new HashSet<>();
        entry.lines().forEach(line -> members.add(line.substring(1)));
        if (entry.marks().contains("+own")) {
            try {
                own(Class.forName(owner.replace('/', '.'), false, parent), members);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("the allow-list names a class that is not there: " + owner, e);
            }
        }
        return Collections.unmodifiableSet(members);
    }

    private static void own(Class<?> type, Set<String> members) {
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass().getName().startsWith("dev.retort.")) {
                members.add(method.getName() + Type.getMethodDescriptor(method));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Modifier.isPublic(constructor.getModifiers()) || Modifier.isProtected(constructor.getModifiers())) {
                members.add("<init>" + Type.getConstructorDescriptor(constructor));
            }
        }
        for (Field field : type.getFields()) {
            members.add("." + field.getName() + ":" + Type.getDescriptor(field.getType()));
        }
    }
}
