package dev.retort.internal.sandbox;

import groovy.lang.GroovyClassLoader;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.io.StringReaderSource;

/** One run of the Groovy compiler over one script. */
final class ScriptUnit extends CompilationUnit {

    ScriptUnit(CompilerConfiguration configuration, GroovyClassLoader loader) {
        super(configuration, null, loader);
    }

    /** No code of anyone runs at compile time, and casts compile to plain calls. */
    static CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setOptimizationOptions(Map.of("indy", false, "groovydoc", false, "parallelParse", false));
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.setPluginFactory(ScriptParser.factory());
        configuration.setTolerance(Integer.MAX_VALUE);
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("java.time", "java.time.format", "java.time.temporal", "java.math", "java.util.regex");
        imports.addImports(
                "dev.retort.internal.script.Json",
                "dev.retort.internal.script.Operations",
                "dev.retort.internal.script.Row",
                "java.nio.charset.StandardCharsets",
                "java.security.MessageDigest");
        configuration.addCompilationCustomizers(imports);
        return configuration;
    }

    /**
     * A script under a class name of our choice, which its file's name need not be fit for; only the classes written
     * at the end bear the file's name, for stack traces.
     */
    static final class Source extends SourceUnit {
        private final String fileName;
        private boolean named;

        Source(String className, String file, String text, CompilationUnit unit) {
            super(
                    className,
                    new StringReaderSource(text, unit.getConfiguration()),
                    unit.getConfiguration(),
                    unit.getClassLoader(),
                    unit.getErrorCollector());
            this.fileName = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        }

        /** To be called when the classes have their names. */
        void bearFileName() {
            named = true;
        }

        @Override
        public String getName() {
            return named ? fileName : super.getName();
        }
    }
}
