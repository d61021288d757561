package dev.retort.internal.sandbox;

import dev.retort.internal.script.Databases;
import groovy.transform.CompileStatic;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.runtime.GeneratedClosure;
import org.codehaus.groovy.runtime.GeneratedLambda;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.transform.sc.StaticCompileTransformation;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;

/** Compiles every class of a script statically, with our own words for what does not fit. */
final class TypeCheck extends CompilationCustomizer {

    /** What marks the closures that the compiler makes, later than this. */
    private static final Set<String> GENERATED =
            Set.of(GeneratedClosure.class.getName(), GeneratedLambda.class.getName());

    private final ScriptKind kind;
    private final CompilationUnit unit;
    private final Databases databases;
    private final VisibleNames vocabulary;
    private final UnaryOperator<ClassNode> sight;

    /** @param sight gives the type as the compiler may see it */
    TypeCheck(
            ScriptKind kind,
            CompilationUnit unit,
            Databases databases,
            VisibleNames vocabulary,
            UnaryOperator<ClassNode> sight) {
        super(CompilePhase.INSTRUCTION_SELECTION);
        this.kind = kind;
        this.unit = unit;
        this.databases = databases;
        this.vocabulary = vocabulary;
        this.sight = sight;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode node) {
        if (isClosure(node)) {
            source.addErrorAndContinue(new SyntaxException(
                    Sentence.of("A migration cannot extend Closure.", "Write a closure: { … }.")
                            .message(),
                    node.getLineNumber(),
                    node.getColumnNumber()));
        }
        AnnotationNode annotation = new AnnotationNode(ClassHelper.make(CompileStatic.class));
        StaticCompileTransformation transformation = new StaticCompileTransformation() {
            @Override
            protected StaticTypeCheckingVisitor newVisitor(SourceUnit unit, ClassNode type) {
                return new CheckingVisitor(unit, type, databases, new ScopeStack(vocabulary, kind.top()), sight);
            }
        };
        transformation.setCompilationUnit(unit);
        transformation.visit(new ASTNode[] {annotation, node}, source);
        new StatementLines(source).visitClass(node);
    }

    private static boolean isClosure(ClassNode node) {
        return ClassHelper.CLOSURE_TYPE.equals(node.getSuperClass())
                || Arrays.stream(node.getInterfaces()).map(ClassNode::getName).anyMatch(GENERATED::contains);
    }
}
