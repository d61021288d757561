package dev.retort

import org.w3c.dom.Element
import spock.lang.Specification

import javax.xml.parsers.DocumentBuilderFactory
import java.nio.file.Path

/** The list of the artifacts has no parent, so that it brings nobody the versions of what Retort is built with; here it is compared with the root. */
class BomSpec extends Specification {

    static final Path HOME = Path.of('../..')

    def bom = pom('runtime/bom')

    def "it lists every module that is released, in its own version"() {
        given:
        def released = modules('').collect { pom(it) }.findAll { text(it, 'packaging') == null && text(it, 'properties', 'maven.deploy.skip') == null }

        expect:
        managed().sort() == released.collect { [text(it, 'artifactId'), '${project.version}'] }.sort()
        released.size() == 9
    }

    def "it says of #what what the root says"() {
        expect:
        text(bom, *what.tokenize('/')) == text(pom(''), *what.tokenize('/'))
        text(bom, *what.tokenize('/')) != null

        where:
        what << ['groupId', 'version', 'url', 'licenses/license/name', 'developers/developer/name', 'scm/url', 'scm/connection',
                 'issueManagement/url', 'properties/retort.url', 'properties/retort.issues.url']
    }

    def "whatever else names a version of Retort names that of the root: what is no module of it, and the pages"() {
        given:
        def version = text(pom(''), 'version')
        def poms = ['', 'runtime', 'runtime/benchmarks/peers', 'examples'].collectMany { folder ->
            HOME.resolve(folder).toFile().listFiles().collect { new File(it, 'pom.xml') }.findAll { it.file }
        }
        def pages = HOME.resolve('docs').toFile().listFiles().findAll { it.name.endsWith('.md') } + HOME.resolve('README.md').toFile()
        def named = (poms + pages).collectMany { file ->
            (file.text =~ /(?:>retort-[a-z-]+<\/artifactId>\s*<version>|<retort\.version>|dev\.retort:retort-[a-z-]+:)(\d[^<:]*)/).collect { "$file: ${it[1]}".toString() }
        }

        expect:
        named.size() > 20
        named.findAll { !it.endsWith(": $version") } == []
    }

    private static List<String> modules(String folder) {
        children(pom(folder), 'modules').collectMany { children(it, 'module') }.collect { folder + it.textContent.trim() + '/' }
                .collectMany { [it] + modules(it) }
    }

    private List<List<String>> managed() {
        children(bom, 'dependencyManagement').collectMany { children(it, 'dependencies') }.collectMany { children(it, 'dependency') }
                .collect { [text(it, 'artifactId'), text(it, 'version')] }
    }

    private static Element pom(String folder) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(HOME.resolve(folder).resolve('pom.xml').toFile()).documentElement
    }

    /** Null where there is no such element. */
    private static String text(Element element, String... names) {
        names.inject(element) { Element outer, String name -> outer == null ? null : children(outer, name)[0] }?.textContent?.trim()
    }

    private static List<Element> children(Element element, String name) {
        def nodes = element.childNodes
        (0..<nodes.length).collect { nodes.item(it) }.findAll { it.nodeName == name } as List<Element>
    }
}
