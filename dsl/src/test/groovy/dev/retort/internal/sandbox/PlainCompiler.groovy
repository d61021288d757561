package dev.retort.internal.sandbox

import dev.retort.internal.script.MigrationScript
import groovy.transform.CompileStatic
import org.codehaus.groovy.ast.ClassHelper
import org.codehaus.groovy.ast.ClassNode
import org.codehaus.groovy.classgen.GeneratorContext
import org.codehaus.groovy.control.CompilationUnit
import org.codehaus.groovy.control.CompilePhase
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.Phases
import org.codehaus.groovy.control.SourceUnit
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer
import org.codehaus.groovy.control.customizers.CompilationCustomizer

/** Compiles scripts as Groovy does, without the wall of tokens and without our type checks. */
class PlainCompiler {

    static Map<String, byte[]> compile(String text, boolean statically, boolean indy) {
        def configuration = new CompilerConfiguration(targetBytecode: CompilerConfiguration.JDK17)
        configuration.optimizationOptions.put('indy', indy)
        configuration.disabledGlobalASTTransformations = ['groovy.grape.GrabAnnotationTransformation'] as Set
        if (statically) {
            configuration.addCompilationCustomizers(new ASTTransformationCustomizer(CompileStatic))
        }
        configuration.addCompilationCustomizers(new OurBase())
        def unit = new CompilationUnit(configuration)
        unit.addSource('script_x', text)
        unit.compile(Phases.CLASS_GENERATION)
        unit.classes.collectEntries { [it.name, it.bytes] }
    }

    private static class OurBase extends CompilationCustomizer {

        OurBase() { super(CompilePhase.CONVERSION) }

        @Override
        void call(SourceUnit source, GeneratorContext context, ClassNode node) {
            if (node.scriptBody) {
                node.superClass = ClassHelper.make(MigrationScript)
                node.getMethods('main').findAll { it.static }.each { node.removeMethod(it) }
                node.declaredConstructors.removeIf { it.parameters.length > 0 }
            }
        }
    }
}
