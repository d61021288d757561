package dev.retort.internal.picture

import dev.retort.LogEntry
import dev.retort.Runner
import dev.retort.TableOutline
import dev.retort.internal.drawing.Artist
import dev.retort.internal.drawing.Drawing
import dev.retort.internal.drawing.DrawnFormat
import dev.retort.internal.drawing.DrawnRevision.Mark
import dev.retort.internal.drawing.DrawnSchema
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

import static dev.retort.internal.picture.Drawings.column
import static dev.retort.internal.picture.Drawings.drawing
import static dev.retort.internal.picture.Drawings.elements
import static dev.retort.internal.picture.Drawings.key
import static dev.retort.internal.picture.Drawings.parsed
import static dev.retort.internal.picture.Drawings.revision
import static dev.retort.internal.picture.Drawings.schema
import static dev.retort.internal.picture.Drawings.table
import static dev.retort.internal.picture.Drawings.tables
import static dev.retort.internal.picture.Drawings.view

class PictureArtistSpec extends Specification {

    static final String HOSTILE = '''<script>alert("1")</script>'&amp;]]>--><!-- ``` \\N %% {}[] \u001b[31m \u202e \ufffe \ud800 #quot; end'''

    Artist artist = Artist.hired()

    def "a page and a drawing of #count tables are well-formed, and have every table and every key"() {
        given:
        def outlines = tables(count)
        def all = drawing(schema(outlines))

        when:
        def page = parsed(artist.draw(all, DrawnFormat.HTML))
        def svg = parsed(artist.draw(all, DrawnFormat.SVG))

        then:
        [page, svg].every { document ->
            def groups = elements(document, 'g')
            groups*.getAttribute('data-table').findAll() == outlines*.name() &&
                    groups.count { it.getAttribute('class') == 'key' } == outlines.sum { it.keys().size() }
        }

        and: 'what is drawn leads to what is written of it'
        def ids = elements(page, 'div')*.getAttribute('id').findAll()
        elements(page, 'a')*.getAttribute('href').findAll { it.startsWith('#t') && it != '#tables' } == ids.collect { '#' + it }
        elements(page, 'li').size() == outlines.sum { it.keys().size() }

        and:
        artist.draw(all, DrawnFormat.MERMAID).count('||--o{') == outlines.sum { it.keys().size() }
        artist.draw(all, DrawnFormat.DOT).count('arrowhead=crow') == outlines.sum { it.keys().size() }

        where:
        count << [10, 100, 500]
    }

    def "whatever things are called, they are text and nothing else"() {
        given:
        def hostile = new TableOutline(HOSTILE, [new TableOutline.Column(HOSTILE, HOSTILE, true, false, HOSTILE)],
                [new TableOutline.Key(HOSTILE, [HOSTILE], HOSTILE, [HOSTILE])], HOSTILE)
        def runner = new Runner(HOSTILE, HOSTILE, HOSTILE)
        def entry = new LogEntry(1, HOSTILE, 'upgrade', HOSTILE, Instant.EPOCH, Duration.ZERO, 'failed', HOSTILE, HOSTILE, 1, runner,
                null, null, null, true)
        def before = new DrawnSchema.Before(HOSTILE, [], [new DrawnSchema.Change(HOSTILE, HOSTILE, true)])
        def all = new Drawing([revision(view(HOSTILE, ['a'], HOSTILE), [Mark.EDITED] as Set, HOSTILE), revision(view('a'))], HOSTILE, [entry],
                [HOSTILE], new DrawnSchema(HOSTILE, [hostile], [HOSTILE], before))
        def harmless = new Drawing([revision(view('b', ['a'], 'x'), [Mark.EDITED] as Set, 'x'), revision(view('a'))], 'x',
                [new LogEntry(1, 'b', 'upgrade', 'x', Instant.EPOCH, Duration.ZERO, 'failed', 'x', 'x', 1, new Runner('x', 'x', 'x'),
                        null, null, null, true)],
                ['x'], new DrawnSchema('x', [new TableOutline('x', [new TableOutline.Column('x', 'x', true, false, 'x')],
                [new TableOutline.Key('x', ['x'], 'x', ['x'])], 'x')], ['x'],
                new DrawnSchema.Before('x', [], [new DrawnSchema.Change('x', 'x', true)])))

        expect: 'the same elements as with names of one letter'
        [DrawnFormat.HTML, DrawnFormat.SVG].every { format ->
            elements(parsed(artist.draw(all, format)), '*')*.tagName == elements(parsed(artist.draw(harmless, format)), '*')*.tagName
        }

        and:
        [DrawnFormat.HTML, DrawnFormat.SVG, DrawnFormat.MERMAID].every { !artist.draw(all, it).contains('<script') }

        and: 'and nothing that a terminal or an editor would obey'
        DrawnFormat.values().every { format ->
            def text = artist.draw(all, format)
            !text.contains('\u001b') && !text.contains('\u202e') && !text.contains('\ufffe')
        }

        and:
        elements(parsed(artist.draw(all, DrawnFormat.HTML)), 'pre').any { it.textContent.startsWith('<script>alert("1")</script>') }

        and: 'text has the same lines'
        [DrawnFormat.MERMAID, DrawnFormat.DOT].every { artist.draw(all, it).count('\n') == artist.draw(harmless, it).count('\n') }
        artist.draw(all, DrawnFormat.MERMAID).count('```') == 4
        artist.draw(all, DrawnFormat.MERMAID).readLines().every { it.count('"') % 2 == 0 }
    }

    def "the page loads nothing"() {
        when:
        def page = parsed(artist.draw(drawing(schema(tables(10)), [revision(view('a'))]), DrawnFormat.HTML))

        then:
        elements(page, '*').every { !(it.tagName in ['script', 'link', 'img', 'iframe']) && !it.hasAttribute('src') }
        elements(page, 'a')*.getAttribute('href').every { it.startsWith('#') }
        elements(page, 'style').every { !it.textContent.contains('url(') && !it.textContent.contains('@import') }
    }

    def "all that a link leads to is there, inside of what it unfolds"() {
        when:
        def page = parsed(artist.draw(drawing(schema(tables(10)), [revision(view('b', ['a'])), revision(view('a'))]), DrawnFormat.HTML))
        def targets = elements(page, '*').findAll { it.hasAttribute('id') }.collectEntries { [it.getAttribute('id'), it] }

        then:
        elements(page, 'a').every { targets.containsKey(it.getAttribute('href').substring(1)) }
        targets.values().findAll { it.tagName == 'div' }.every { it.parentNode.nodeName == 'details' }
    }

    def "of two schemas, the picture has the tables of both, and says what became of each part"() {
        given:
        def now = [table('kept'), table('new'), table('other', [column('added')])]
        def then = [table('gone'), table('kept'), table('other', [column('removed')], [key('removed', 'gone')])]
        def all = drawing(schema(now, new DrawnSchema.Before('a1', then, [])))

        expect:
        elements(parsed(artist.draw(all, DrawnFormat.SVG)), 'g').findAll { it.hasAttribute('data-table') }
                .collectEntries { [it.getAttribute('data-table'), it.getAttribute('class')] } ==
                [kept: 'table', new: 'table added', other: 'table changed', gone: 'table removed']

        and:
        elements(parsed(artist.draw(all, DrawnFormat.SVG)), 'text')*.textContent.findAll { it =~ /^[+~−]/ } ==
                ['+ new', '~ other', '+ added', '− removed', '− gone']
        elements(parsed(artist.draw(all, DrawnFormat.SVG)), 'g')*.getAttribute('class').contains('key removed')
    }

    def "a revision is drawn by the worst that is to be said of it"() {
        expect:
        elements(parsed(artist.draw(drawing(schema([]), [revision(view('a'), marks as Set)]), DrawnFormat.SVG)), 'g')
                .find { it.hasAttribute('data-revision') }.getAttribute('class') == "revision $kind"

        where:
        marks                                      || kind
        []                                         || 'pending'
        [Mark.PENDING]                             || 'pending'
        [Mark.APPLIED]                             || 'applied'
        [Mark.APPLIED, Mark.CURRENT]               || 'current'
        [Mark.APPLIED, Mark.CURRENT, Mark.EDITED]  || 'wrong'
    }
}
