package dev.retort.internal.dist

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.xpath.XPathConstants
import javax.xml.xpath.XPathFactory
import org.w3c.dom.NodeList
import spock.lang.Specification

/** What registries of Maven demand of each module that is released: jars of the sources and of the Javadoc, and metadata. */
class RegistrySpec extends Specification {

    static final Path RUNTIME = Path.of('..').toAbsolutePath().normalize()

    /** By their artifacts. The plugin is not in the list of versions, for nobody depends on it. */
    static final Map<String, Path> MODULES = released()

    private static Map<String, Path> released() {
        def folders = Files.list(RUNTIME).withCloseable { it.toList() } + [RUNTIME.resolveSibling('dsl')]
        def artifacts = folders.findAll { Files.exists(it.resolve('pom.xml')) }.collectEntries { [texts(it, '/project/artifactId')[0], it] }
        def listed = texts(RUNTIME.resolve('bom'), '/project/dependencyManagement/dependencies/dependency/artifactId')
        (listed + 'retort-maven-plugin').collectEntries { [it, artifacts[it]] }
    }

    private static List<String> texts(Path module, String path) {
        def pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(module.resolve('pom.xml').toFile())
        def nodes = XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET) as NodeList
        (0..<nodes.length).collect { nodes.item(it).textContent.trim() }
    }

    private static List<String> files(String artifact, String classifier) {
        def jar = MODULES[artifact].resolve("target/$artifact-${System.getProperty('retort.version')}${classifier}.jar")
        assert Files.exists(jar)
        new ZipFile(jar.toFile()).withCloseable { zip -> zip.entries().toList()*.name.findAll { !it.endsWith('/') && !it.startsWith('META-INF/maven/') && it != 'META-INF/MANIFEST.MF' } }
    }

    def "#artifact has its sources and its Javadoc with it"() {
        expect:
        files(artifact, '')
        files(artifact, '-sources').any { it.endsWith('.java') || it.endsWith('README.md') }
        files(artifact, '-javadoc').any { it == 'index.html' || it == 'README.md' }

        where:
        artifact << MODULES.keySet()
    }

    def "the Javadoc is of the public interface, and of nothing else"() {
        expect:
        files(artifact, '-javadoc').contains(page)
        MODULES.keySet().collectMany { files(it, '-javadoc') }.findAll { it.contains('/internal/') } == []

        where:
        artifact                     | page
        'retort-core'                | 'dev/retort/Retort.html'
        'retort-testkit'             | 'dev/retort/testkit/MigrationTest.html'
        'retort-spring-boot-starter' | 'dev/retort/spring/RetortCustomizer.html'
    }

    def "#artifact says what it is"() {
        expect:
        ['name', 'description'].each { assert texts(MODULES[artifact], "/project/$it")[0] }

        and: 'and has the rest from its parent'
        texts(MODULES[artifact], '/project/parent/artifactId')[0] in ['retort-parent', 'retort-runtime']

        where:
        artifact << MODULES.keySet()
    }
}
