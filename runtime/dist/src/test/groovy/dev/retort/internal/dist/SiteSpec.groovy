package dev.retort.internal.dist

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** The pages of docs/ as a site, as it was built. */
@Requires({ Files.exists(SiteSpec.SITE) })
class SiteSpec extends Specification {

    static final Path SITE = Path.of('target/site/pages').toAbsolutePath()

    /** Page to text. */
    @Shared
    Map<Path, String> pages = Files.walk(SITE).withCloseable { all -> all.filter { it.toString().endsWith('.html') }.toList() }
            .collectEntries { [it, it.toFile().text] }

    def "every page of docs is there, and named at the side of each"() {
        given:
        def documented = new File('../../docs').list().findAll { it.endsWith('.md') }*.replace('.md', '.html')

        expect:
        documented.size() > 20
        documented.findAll { !pages.containsKey(SITE.resolve("docs/$it")) } == []
        documented.findAll { page -> !pages[SITE.resolve('index.html')].contains("href=\"/docs/$page\"") } == []
    }

    def "every link leads to a page and a place that is there"() {
        when:
        def found = pages.collectMany { page, text ->
            (text =~ /<a [^>]*?href="([^"]+)"/).collect { it[1].replace('&amp;', '&') }.findAll { !(it =~ /^\w+:/) }.collect { [page, it] }
        }

        then:
        found.size() > 1000
        found.findAll { page, link -> !isThere(page, link) }.collect { page, link -> "${SITE.relativize(page)}: $link" } == []
    }

    private boolean isThere(Path page, String link) {
        def (path, place) = (link + '#').split('#', -1)
        def target = path.empty ? page : path.startsWith('/') ? SITE.resolve(path.substring(1)) : page.resolveSibling(path)
        if (Files.isDirectory(target)) {
            target = target.resolve('index.html')
        }
        pages.containsKey(target.normalize()) && (place.empty || pages[target.normalize()].contains("id=\"${URLDecoder.decode(place, 'UTF-8')}\""))
    }

    def "nothing is loaded from elsewhere"() {
        expect:
        pages.values().collectMany { text -> (text =~ /<(?:script|link|img)[^>]*?(?:src|href)="([^"]+)"/).collect { it[1] } }
                .findAll { !it.startsWith('/') } == []
    }

    def "it can be searched"() {
        given:
        def index = Files.walk(SITE.resolve('assets')).withCloseable { all -> all.filter { it.fileName.toString().contains('localSearchIndex') }.toList() }

        expect:
        index.size() == 1
        def words = index[0].toFile().text.toLowerCase()
        ['createIndex', 'UnknownRevision', 'rehearse'].every { words.contains(it.toLowerCase()) }
    }
}
