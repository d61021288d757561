package dev.retort.internal.sandbox;

import dev.retort.internal.sandbox.verify.UnitGate;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.decompiled.AsmDecompiler;
import org.codehaus.groovy.ast.decompiled.AsmReferenceResolver;
import org.codehaus.groovy.ast.decompiled.ClassStub;
import org.codehaus.groovy.ast.decompiled.DecompiledClassNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the compiler sees while it compiles one script: those of the allow-list. Of any other it reads the
 * file of the class, so that messages can name what is closed, and never loads it. The compiler folds constants: it
 * reads each static final field of a class whose members it looks at, which runs the initialiser of the class.
 */
final class ClassesInSight extends ClassNodeResolver {

    /** Classes of Groovy that are beyond a script, as the language has them. */
    private static final Map<String, String> OURS = Map.of(
            "groovy.json.JsonSlurper", "dev.retort.internal.script.JsonSlurper",
            "groovy.json.JsonOutput", "dev.retort.internal.script.JsonOutput");

    /** What the parser asks for by itself: the annotation that makes a record of a class. */
    private static final Set<String> OF_THE_PARSER = Set.of("groovy.transform.RecordType");

    private final Sources sources;

    /** Where classes come from; shared by all scripts of a compiler, as is what there is not. */
    record Sources(VisibleClasses visible, UnitGate gate, ConcurrentMap<String, Boolean> absent) {

        Sources(VisibleClasses visible, UnitGate gate) {
            this(visible, gate, new ConcurrentHashMap<>());
        }

        boolean isOpen(String name) {
            return gate.isListed(name) || OF_THE_PARSER.contains(name);
        }
    }

    ClassesInSight(Sources sources) {
        this.sources = sources;
    }

    @Override
    public @Nullable LookupResult findClassNode(String name, CompilationUnit unit) {
        if (sources.absent.containsKey(name)) {
            return null;
        }
        String meant = OURS.getOrDefault(name, name);
        ClassNode node = sources.isOpen(meant) ? open(meant) : closed(meant, unit);
        if (node == null) {
            sources.absent.put(name, Boolean.TRUE);
            return null;
        }
        return new LookupResult(null, node);
    }

    /**
     * The same type, read from its file where the compiler came upon a class that is not on the list: by the signature
     * of one that is.
     */
    ClassNode inSight(ClassNode type, CompilationUnit unit) {
        if (type.isArray()) {
            ClassNode component = inSight(type.getComponentType(), unit);
            return component == type.getComponentType() ? type : component.makeArray();
        }
        ClassNode plain = type.redirect();
        if (plain.isPrimaryClassNode()
                || !plain.isResolved()
                || plain instanceof ClosedClass
                || ClassHelper.isPrimitiveType(plain)
                || sources.isOpen(plain.getName())) {
            return type;
        }
        LookupResult found = resolveName(plain.getName(), unit);
        return found == null ? type : found.getClassNode();
    }

    private @Nullable ClassNode open(String name) {
        try {
            return ClassHelper.make(Class.forName(name, false, sources.visible));
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private @Nullable ClassNode closed(String name, CompilationUnit unit) {
        ClassNode known = ClassHelper.make(name);
        if (known.isResolved()) {
            return known;
        }
        URL file = sources.visible.classFile(name);
        if (file == null) {
            return null;
        }
        try {
            ClassNode node = new ClosedClass(AsmDecompiler.parseClass(file), new References(this, unit));
            // Some file systems find a file whose name differs in letter case.
            return node.getName().equals(name) ? node : null;
        } catch (IOException | IllegalArgumentException e) {
            // A class of a Java that this Groovy cannot read is not there for a script either.
            return null;
        }
    }

    /** The types in the signatures of a class; those that are not there are objects, for nobody gets to use them. */
    private static final class References extends AsmReferenceResolver {

        References(ClassNodeResolver resolver, CompilationUnit unit) {
            super(resolver, unit);
        }

        @Override
        public ClassNode resolveClass(String name) {
            ClassNode found = resolveClassNullable(name);
            return found == null ? ClassHelper.OBJECT_TYPE : found;
        }
    }

    /** A class that a script cannot use, and that can be asked for everything but itself. */
    private static final class ClosedClass extends DecompiledClassNode {

        ClosedClass(ClassStub file, AsmReferenceResolver resolver) {
            super(file, resolver);
        }

        /** Without its value, which would be folded into the script, where no wall could see whose it is. */
        @Override
        public void addField(FieldNode field) {
            field.setInitialValueExpression(null);
            super.addField(field);
        }

        /** An error that the compiler is prepared for where it only looks. */
        @Override
        @SuppressWarnings("rawtypes")
        public Class getTypeClass() {
            throw new NoClassDefFoundError(getName() + " is closed to migrations");
        }
    }
}
