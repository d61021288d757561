package dev.retort.internal.sandbox.verify

import groovy.transform.CompileStatic
import java.lang.reflect.Constructor
import java.lang.reflect.Executable
import java.lang.reflect.Field
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.util.stream.Stream
import org.objectweb.asm.Type

/** Expands {@code allow-list.txt} against the Java and Groovy that run, to the lines of {@code allow-list.expanded.txt}. */
@CompileStatic
class AllowListExpansion {

    private static final class Rule {
        String kind
        Set<String> except = []
        Set<String> only = null
        Set<String> members = []
    }

    private final Map<String, Rule> rules = new TreeMap<>()

    AllowListExpansion(List<String> lines) {
        List<String> except = []
        lines.each { String line ->
            List<String> words = line.split(/\s+/) as List<String>
            if (words[0] == 'member') {
                String name = words[1].replaceAll(/\(.*/, '')
                rules[name.substring(0, name.lastIndexOf('.'))].members << words[1].substring(name.lastIndexOf('.') + 1)
                return
            }
            boolean only = words.size() > 2 && words[2] == 'only'
            Set<String> rest = words.size() > 3 ? words.subList(3, words.size()) as Set<String> : [] as Set<String>
            named(words[1]).findAll { !only && !rest.contains(it) || only }.each { String name ->
                rules[name] = new Rule(kind: words[0], except: only ? [] as Set<String> : rest, only: only ? rest : null)
            }
        }
    }

    /** The public classes of a package, or the class itself. */
    private static List<String> named(String pattern) {
        if (!pattern.endsWith('.*')) {
            return [pattern]
        }
        String name = pattern[0..-3]
        Path folder = FileSystems.getFileSystem(URI.create('jrt:/')).getPath('modules', 'java.base', name.replace('.', '/'))
        try (Stream<Path> files = Files.list(folder)) {
            return files.map { Path file -> file.fileName.toString() }
                    .filter { String file -> file.endsWith('.class') && file != 'package-info.class' }
                    .map { String file -> "$name.${file[0..-7]}".toString() }
                    .filter { String type -> Modifier.isPublic(Class.forName(type, false, AllowListExpansion.classLoader).modifiers) }
                    .sorted().toList()
        }
    }

    List<String> expand() {
        List<String> lines = []
        rules.each { String name, Rule rule ->
            Class<?> type = load(name)
            List<String> marks = []
            if (rule.kind.startsWith('own')) marks << '+own'
            if (rule.kind.endsWith('base')) marks << '+extend'
            if (rule.kind == 'static') marks << '+static'
            lines << ([type.name.replace('.', '/')] + marks + (rule.kind == 'static' ? [] : parents(type))).join(' ')
            Set<String> admitted = new TreeSet<>()
            if (rule.kind in ['type', 'base', 'static']) {
                admitted.addAll(members(type, rule))
            }
            rule.members.each { String signature -> admitted << forced(type, signature) }
            lines.addAll(admitted.collect { ' ' + it })
            if (rule.kind in ['type', 'base']) {
                lines.addAll(closed(type, rule, admitted).collect { ' -' + it })
            }
        }
        return lines
    }

    private static Class<?> load(String name) {
        return Class.forName(name, false, AllowListExpansion.classLoader)
    }

    /** The nearest listed ancestors. */
    private List<String> parents(Class<?> type) {
        Set<String> found = new LinkedHashSet<>()
        List<Class<?>> above = (type.superclass == null ? [] : [type.superclass]) as List<Class<?>>
        above.addAll(type.interfaces as List<Class<?>>)
        above.each { Class<?> ancestor ->
            if (rules.containsKey(ancestor.name)) {
                found << ancestor.name.replace('.', '/')
            } else {
                found.addAll(parents(ancestor))
            }
        }
        return found as List<String>
    }

    private Set<String> members(Class<?> type, Rule rule) {
        Set<String> found = new TreeSet<>()
        type.methods.findAll { Method method ->
            boolean here = method.declaringClass == type
            here || !rules.containsKey(method.declaringClass.name) && !Modifier.isStatic(method.modifiers) && rule.kind != 'static'
        }.findAll { Method method ->
            rule.kind != 'static' || Modifier.isStatic(method.modifiers)
        }.each { Method method ->
            if (admits(rule, method) && closes(method.returnType) && method.parameterTypes.every { closes(it) }) {
                found << method.name + Type.getMethodDescriptor(method)
            }
        }
        if (rule.kind != 'static') {
            type.declaredConstructors.each { Constructor<?> constructor ->
                boolean visible = Modifier.isPublic(constructor.modifiers)
                        || Modifier.isProtected(constructor.modifiers) && rule.kind == 'base'
                if (visible && admits(rule, constructor) && constructor.parameterTypes.every { closes(it) }) {
                    found << '<init>' + Type.getConstructorDescriptor(constructor)
                }
            }
        }
        type.fields.findAll { Field field ->
            Modifier.isStatic(field.modifiers) && Modifier.isFinal(field.modifiers) && field.declaringClass == type
        }.each { Field field ->
            if (admits(rule, field.name, field.name) && closes(field.type)) {
                found << ".${field.name}:${Type.getDescriptor(field.type)}".toString()
            }
        }
        return found
    }

    /** What a class keeps closed though an ancestor admits it, or though scripts may extend the class. */
    private Set<String> closed(Class<?> type, Rule rule, Set<String> admitted) {
        Set<String> found = new TreeSet<>()
        List<Method> methods = type.methods as List<Method>
        methods.addAll(type.declaredMethods.findAll { Method method -> Modifier.isProtected(method.modifiers) })
        methods.each { Method method ->
            String member = method.name + Type.getMethodDescriptor(method)
            boolean own = method.declaringClass == type || !rules.containsKey(method.declaringClass.name)
            if (own && !admitted.contains(member) && (rule.kind == 'base' || above(type).any { declares(it, method) })) {
                found << member
            }
        }
        return found
    }

    private Set<Class<?>> above(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>()
        List<Class<?>> next = (type.superclass == null ? [] : [type.superclass]) as List<Class<?>>
        next.addAll(type.interfaces as List<Class<?>>)
        next.each { all << it; all.addAll(above(it)) }
        return all.findAll { rules.containsKey(it.name) } as Set<Class<?>>
    }

    private static boolean declares(Class<?> type, Method method) {
        return type.declaredMethods.any { it.name == method.name && it.parameterTypes == method.parameterTypes }
    }

    private static boolean admits(Rule rule, Executable executable) {
        String name = executable instanceof Constructor ? '<init>' : executable.name
        return admits(rule, name, name + '(' + executable.parameterTypes*.typeName.join(',') + ')')
    }

    private static boolean admits(Rule rule, String name, String signature) {
        return rule.only != null
                ? rule.only.contains(name) || rule.only.contains(signature)
                : !rule.except.contains(name) && !rule.except.contains(signature)
    }

    /** Whether the type is listed with what it can do. */
    private boolean closes(Class<?> type) {
        Class<?> element = type
        while (element.isArray()) {
            element = element.componentType
        }
        return element.isPrimitive() || rules[element.name]?.kind in ['type', 'base', 'own', 'own-base']
    }

    private static String forced(Class<?> type, String signature) {
        if (!signature.contains('(')) {
            return ".$signature:${Type.getDescriptor(type.getField(signature).type)}".toString()
        }
        String name = signature.substring(0, signature.indexOf('('))
        List<Executable> all = (type.declaredMethods as List<Executable>) + (type.declaredConstructors as List<Executable>)
        Executable found = all.find {
            String own = it instanceof Constructor ? '<init>' : it.name
            own + '(' + it.parameterTypes*.typeName.join(',') + ')' == signature
        }
        assert found: "no member $signature of $type.name"
        return name + (found instanceof Method ? Type.getMethodDescriptor((Method) found) : Type.getConstructorDescriptor((Constructor) found))
    }
}
