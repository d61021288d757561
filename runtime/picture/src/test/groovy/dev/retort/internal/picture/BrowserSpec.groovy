package dev.retort.internal.picture

import dev.retort.TableOutline
import dev.retort.internal.drawing.Artist
import dev.retort.internal.drawing.DrawnFormat
import dev.retort.internal.drawing.DrawnRevision.Mark
import dev.retort.internal.drawing.DrawnSchema
import dev.retort.internal.testing.Programs
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Tag
import spock.lang.TempDir

import static dev.retort.internal.picture.Drawings.column
import static dev.retort.internal.picture.Drawings.drawing
import static dev.retort.internal.picture.Drawings.key
import static dev.retort.internal.picture.Drawings.revision
import static dev.retort.internal.picture.Drawings.schema
import static dev.retort.internal.picture.Drawings.table
import static dev.retort.internal.picture.Drawings.tables
import static dev.retort.internal.picture.Drawings.view

/** The page as a browser shows it; -Dretort.pictures=FOLDER keeps what it looks like. */
@Requires({ Programs.has('chromium') })
@Tag('world')
class BrowserSpec extends Specification {

    static final String LONG = 'customer_relationship_management_accounts'

    /** Pairs of boxes of which one lies on the other. */
    static final String OVERLAPPING = '''(() => {
        const boxes = [...document.querySelectorAll('[data-table] .box')].map(each => each.getBoundingClientRect());
        return boxes.flatMap((one, at) => boxes.slice(at + 1).filter(other =>
            one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)).length;
    })()'''

    /** Texts that leave their box or their drawing, or lie on another text of their row. */
    static final String CLIPPED = '''(() => {
        const within = (text, room) => text.left >= room.left && text.right <= room.right && text.top >= room.top && text.bottom <= room.bottom;
        const rectangle = each => each.getBoundingClientRect();
        const texts = [...document.querySelectorAll('.diagram text')].filter(each =>
            !within(rectangle(each), rectangle(each.closest('[data-table]')?.querySelector('.box') ?? each.closest('svg'))));
        const types = [...document.querySelectorAll('.diagram text.type')].filter(each =>
            rectangle(each.previousElementSibling).right > rectangle(each).left);
        return [...texts, ...types].map(each => each.textContent);
    })()'''

    /** The least contrast of a text with what is below it, as WCAG counts it; of lines with the paper, the same. */
    static final String CONTRAST = '''(() => {
        const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
        const light = colour => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(each => each / 255)
                .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ratio = (one, other) => (Math.max(light(one), light(other)) + 0.05) / (Math.min(light(one), light(other)) + 0.05);
        const style = each => getComputedStyle(each);
        const below = each => {
            for (let at = each; at; at = at.parentElement) {
                if (style(at).backgroundColor !== 'rgba(0, 0, 0, 0)') return style(at).backgroundColor;
            }
        };
        const drawn = each => style(each.classList.contains('name') ? each.parentElement.querySelector('.head') : document.querySelector('.box')).fill;
        return Math.min(
            ...[...document.querySelectorAll('p, a, h1, h2, code, pre, td, th, em, li, strong, dt, dd')].filter(each => !each.closest('svg'))
                .map(each => ratio(style(each).color, below(each))),
            ...[...document.querySelectorAll('.diagram text')].map(each => ratio(style(each).fill, drawn(each))));
    })()'''

    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    Browser browser

    def setupSpec() {
        browser = new Browser(folder)
    }

    def setup() {
        browser.shownAs('screen', 'light')
    }

    private Path page(int count) {
        def wide = new TableOutline(LONG * 2, [new TableOutline.Column(LONG * 2, 'character varying(4000)' * 2, true, true, 'Wide'),
                                               new TableOutline.Column('名前とメールアドレス', 'WWWWWWWWWWWWWWWWWWWWWWWW', false, false, null),
                                               column('table_1_id')], [key('table_1_id', 'table_1')], 'A long story. ' * 20)
        def now = tables(count - 2) + wide + table('new')
        def then = tables(count - 2).drop(1) + table('gone') + table('table_0', [column('removed')])
        def revisions = (1..count).reverse().collect {
            def marks = it == count ? [Mark.PENDING] : it == count - 1 ? [Mark.APPLIED, Mark.CURRENT] : it % 7 ? [Mark.APPLIED] : [Mark.APPLIED, Mark.EDITED]
            revision(view("r$it".toString(), it == 1 ? [] : it % 5 ? ["r${it - 1}".toString()] : ["r${it - 1}".toString(), "r${Math.max(1, it - 4)}".toString()],
                    "Change what is called $LONG $LONG".toString()), marks as Set, "change {\n    // ${'a very long line ' * 20}\n}\n")
        }
        def all = drawing(schema(now, new DrawnSchema.Before('a1', then, [new DrawnSchema.Change('Remove gone', 'dropTable \'gone\'', true)])), revisions)
        def page = folder.resolve("${count}.html")
        page.toFile().setText(Artist.hired().draw(all, DrawnFormat.HTML), 'UTF-8')
        page
    }

    private BigDecimal contrast() {
        browser.value(CONTRAST) as BigDecimal
    }

    private void kept(String name, byte[] content) {
        def folder = System.getProperty('retort.pictures')
        if (folder) {
            new File(folder, name).bytes = content
        }
    }

    def "of #count tables none lies on another, no text is cut off, and nothing is loaded"() {
        given:
        def page = page(count)

        when:
        browser.open(page)
        kept("${count}.png", browser.picture())

        then:
        browser.value('document.querySelectorAll("[data-table]").length') == count + 1
        browser.value(OVERLAPPING) == 0
        browser.value(CLIPPED) == []

        and: 'the page is no wider than the window; what is wider has its own bars'
        browser.value('document.documentElement.scrollWidth <= innerWidth')

        and:
        browser.requests == [page.toUri().toString().replace('file:/', 'file:///').replace('////', '//')]

        when: 'a telephone'
        browser.open(page, 360, 640)
        kept("${count}-telephone.png", browser.picture())

        then:
        browser.value('document.documentElement.scrollWidth <= innerWidth')

        where:
        count << [10, 100, 500]
    }

    def "all can be read: #scheme"() {
        given:
        browser.open(page(10))

        when:
        browser.shownAs('screen', scheme)
        browser.value('document.querySelectorAll("details").forEach(each => each.open = true)')
        browser.value('document.querySelector("#tables").scrollIntoView()')
        kept("10-${scheme}.png", browser.picture())

        then:
        browser.value('getComputedStyle(document.body).backgroundColor') == paper
        contrast() >= 4.5

        where:
        scheme  || paper
        'light' || 'rgb(255, 255, 255)'
        'dark'  || 'rgb(20, 24, 28)'
    }

    def "on paper it is black on white, unfolded, and nothing is moved out of sight"() {
        given:
        browser.open(page(count), 720, 1000)

        when:
        browser.shownAs('print', 'dark')

        then:
        browser.value('getComputedStyle(document.body).backgroundColor') == 'rgb(255, 255, 255)'
        browser.value('getComputedStyle(document.querySelector("nav")).display') == 'none'
        browser.value('document.documentElement.scrollWidth <= innerWidth')
        browser.value('[...document.querySelectorAll("details > :not(summary)")].every(each => each.checkVisibility({contentVisibilityAuto: true}) && each.getBoundingClientRect().height > 0)')
        browser.value('[...document.querySelectorAll(".scroll, pre")].filter(each => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1).length') == 0

        when:
        def paper = browser.paper()
        kept("${count}.pdf", paper)

        then:
        new String(paper, 0, 5, 'US-ASCII') == '%PDF-'

        where:
        count << [10, 100]
    }

    def "the keyboard is enough: links, drawings that are moved, and tables that unfold"() {
        given:
        browser.open(page(100))
        def focus = { browser.value('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent') }

        when: 'past the links to the parts of the page'
        def visited = (1..4).collect { browser.press('Tab'); focus() }

        then:
        visited == ['Revisions', 'Tables', 'Changes', 'The graph of the revisions, the newest above']
        browser.value('getComputedStyle(document.activeElement).outlineStyle') == 'solid'

        when:
        10.times { browser.press('ArrowDown') }

        then:
        browser.value('new Promise(done => setTimeout(() => done(document.activeElement.scrollTop > 100), 500))')

        when:
        browser.press('Tab')

        then:
        browser.value('document.activeElement.closest("[data-revision]").dataset.revision') == 'r100'
        browser.value('getComputedStyle(document.activeElement).outlineStyle') == 'solid'

        when:
        browser.value('document.querySelector("[data-table] a").focus()')
        def table = browser.value('document.activeElement.closest("[data-table]").dataset.table')
        browser.press('Enter')

        then: 'what is written of the table is unfolded and in sight'
        browser.value('document.querySelector(":target").parentElement.open')
        browser.value('document.querySelector(":target").parentElement.querySelector("summary code").textContent') == table
        browser.value('document.querySelector(":target").getBoundingClientRect().top < innerHeight')
    }
}
