package dev.retort.sandbox;

import groovy.lang.GroovyClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.io.StringReaderSource;
import org.jspecify.annotations.Nullable;

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
        configuration.setTolerance(Integer.MAX_VALUE);
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("java.time", "java.time.format", "java.time.temporal", "java.math", "java.util.regex");
        imports.addImports(
                "dev.retort.script.Json",
                "dev.retort.script.Operations",
                "dev.retort.script.Row",
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

    /** Finds classes by loading them, and remembers for all scripts of a compiler which there are not. */
    static final class Resolver extends ClassNodeResolver {
        /** Classes of Groovy that are beyond a script, as the language has them. */
        private static final Map<String, String> OURS = Map.of(
                "groovy.json.JsonSlurper", "dev.retort.script.JsonSlurper",
                "groovy.json.JsonOutput", "dev.retort.script.JsonOutput");

        private final ClassLoader loader;
        private final ConcurrentMap<String, Boolean> absent;

        Resolver(ClassLoader loader, ConcurrentMap<String, Boolean> absent) {
            this.loader = loader;
            this.absent = absent;
        }

        @Override
        public @Nullable LookupResult findClassNode(String name, CompilationUnit unit) {
            if (absent.containsKey(name)) {
                return null;
            }
            try {
                ClassNode node = ClassHelper.make(Class.forName(OURS.getOrDefault(name, name), false, loader));
                return new LookupResult(null, node);
            } catch (ClassNotFoundException | LinkageError e) {
                // A name that differs from a class in letter case alone is a LinkageError on some file systems.
                absent.put(name, Boolean.TRUE);
                return null;
            }
        }
    }
}
