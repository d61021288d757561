package dev.retort

import com.sun.source.tree.BinaryTree
import com.sun.source.tree.CompilationUnitTree
import com.sun.source.tree.ExpressionTree
import com.sun.source.tree.LiteralTree
import com.sun.source.tree.ParenthesizedTree
import com.sun.source.tree.Tree
import com.sun.source.util.JavacTask
import com.sun.source.util.TreeScanner
import java.nio.file.Files
import java.nio.file.Path
import javax.tools.ToolProvider
import spock.lang.Specification

/** All sentences of a module in one file, where they are read and reviewed as text; -Dretort.golden=true writes it again. */
class MessagesSpec extends Specification {

    static final Path HOME = Path.of('../..')

    def "the messages of #module are those that were reviewed"() {
        given:
        def reviewed = Path.of("src/test/resources/messages/${name}.txt")

        when:
        def said = messages(HOME.resolve("$module/src/main/java"))
        if (System.getProperty('retort.golden')) {
            Files.createDirectories(reviewed.parent)
            Files.writeString(reviewed, said)
        }

        then:
        said.readLines().size() > fewest
        said == Files.readString(reviewed)

        where:
        module                        | name                  | fewest
        'dsl'                         | 'dsl'                 | 20
        'runtime/core'                | 'core'                | 20
        'runtime/jpa'                 | 'jpa'                 | 20
        'runtime/lsp'                 | 'lsp'                 | 4
        'runtime/picture'             | 'picture'             | 5
        'runtime/testkit'             | 'testkit'             | 10
        'runtime/spring-boot-starter' | 'spring-boot-starter' | 20
        'runtime/maven-plugin'        | 'maven-plugin'        | 10
        'runtime/cli'                 | 'cli'                 | 20
    }

    /** The sentences of each class under its name, in the order of its text. */
    private static String messages(Path sources) {
        def files = Files.walk(sources).withCloseable { all -> all.filter { it.toString().endsWith('.java') }.sorted().toList() }
        def compiler = ToolProvider.systemJavaCompiler
        compiler.getStandardFileManager(null, null, null).withCloseable { manager ->
            def task = compiler.getTask(null, manager, null, ['-proc:none'], null, manager.getJavaFileObjectsFromPaths(files)) as JavacTask
            task.parse().collect { unit -> ofClass(unit) }.findAll().join('\n')
        }
    }

    private static String ofClass(CompilationUnitTree unit) {
        def sentences = new Sentences()
        sentences.scan(unit, null)
        def name = Path.of(unit.sourceFile.toUri()).fileName.toString() - '.java'
        sentences.found ? "$name\n${sentences.found.collect { "    $it\n" }.join()}" : ''
    }

    /** Texts that are put together of words and end as sentences do; what is filled in is shown as an ellipsis. */
    private static class Sentences extends TreeScanner<Void, Void> {

        final Set<String> found = new LinkedHashSet<>()

        @Override
        Void visitLiteral(LiteralTree literal, Void nothing) {
            add(text(literal))
            null
        }

        @Override
        Void visitBinary(BinaryTree binary, Void nothing) {
            if (binary.kind != Tree.Kind.PLUS || !hasText(binary)) {
                return super.visitBinary(binary, nothing)
            }
            add(text(binary))
            // What is filled in may hold sentences too.
            parts(binary).findAll { !(it instanceof LiteralTree) }.each { scan(it, nothing) }
            null
        }

        private void add(String text) {
            if (text =~ /(?s)\p{L} .*[.?]$/ && !text.contains('\n')) {
                found << text
            }
        }

        private static List<ExpressionTree> parts(ExpressionTree tree) {
            tree instanceof ParenthesizedTree ? parts(tree.expression)
                    : tree instanceof BinaryTree && tree.kind == Tree.Kind.PLUS ? parts(tree.leftOperand) + parts(tree.rightOperand)
                    : [tree]
        }

        private static boolean hasText(ExpressionTree tree) {
            parts(tree).any { it instanceof LiteralTree && it.value instanceof String }
        }

        private static String text(ExpressionTree tree) {
            parts(tree).collect { it instanceof LiteralTree && it.value instanceof String ? it.value : '…' }.join()
                    .replaceAll(/…+/, '…')
        }
    }
}
