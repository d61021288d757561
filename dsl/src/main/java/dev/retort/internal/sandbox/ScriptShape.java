package dev.retort.internal.sandbox;

import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Makes the script's class ours, and its outline that of its kind. */
final class ScriptShape extends CompilationCustomizer {

    private final ScriptKind kind;

    ScriptShape(ScriptKind kind) {
        super(CompilePhase.CONVERSION);
        this.kind = kind;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode node) {
        new MultipleAssignment(source).visitClass(node);
        if (!node.isScriptBody()) {
            return;
        }
        node.setSuperClass(ClassHelper.make(kind.type()));
        List<MethodNode> mains = node.getMethods("main");
        mains.stream().filter(MethodNode::isStatic).forEach(node::removeMethod);
        node.getDeclaredConstructors().removeIf(constructor -> constructor.getParameters().length > 0);
        kind.shape(source);
    }
}
