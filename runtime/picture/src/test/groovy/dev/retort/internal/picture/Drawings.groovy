package dev.retort.internal.picture

import dev.retort.RevisionView
import dev.retort.TableOutline
import dev.retort.internal.drawing.Drawing
import dev.retort.internal.drawing.DrawnRevision
import dev.retort.internal.drawing.DrawnSchema
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Document
import org.w3c.dom.Element
import org.xml.sax.InputSource

/** What is drawn in specs, and what was drawn as elements. */
class Drawings {

    static TableOutline table(String name, List<TableOutline.Column> more = [], List<TableOutline.Key> keys = []) {
        new TableOutline(name, [column('id', true)] + more, keys, null)
    }

    static TableOutline.Column column(String name, boolean primary = false) {
        new TableOutline.Column(name, 'integer', !primary, primary, null)
    }

    static TableOutline.Key key(String column, String table) {
        new TableOutline.Key("fk_$column", [column], table, ['id'])
    }

    /** Each points to some before it, one to itself, and one in ten to one after it, so that there are circles. */
    static List<TableOutline> tables(int count) {
        def random = new Random(7)
        (0..<count).collect { number ->
            def others = (0..<random.nextInt(3)).collect { number == 0 ? 0 : random.nextInt(number) }
            if (number % 10 == 3) {
                others += (number + 5) % count
            }
            if (number == 1) {
                others += 1
            }
            others = others.unique()
            table("table_$number".toString(),
                    others.collect { column("to_$it".toString()) } + (0..<random.nextInt(8)).collect { column("value_$it".toString()) },
                    others.collect { key("to_$it".toString(), "table_$it".toString()) })
        }
    }

    static DrawnSchema schema(List<TableOutline> tables, DrawnSchema.Before before = null) {
        new DrawnSchema('heads', tables, [], before)
    }

    static RevisionView view(String id, List<String> below = [], String message = '', List<String> dependsOn = []) {
        new RevisionView(id, below, dependsOn, [], new TreeSet(), new TreeSet(), new TreeSet(), message, "${id}.groovy", null, null,
                null, null, null, false, false, false, false, false)
    }

    static DrawnRevision revision(RevisionView view, Set<DrawnRevision.Mark> marks = [], String script = 'change { }') {
        new DrawnRevision(view, marks, script)
    }

    static Drawing drawing(DrawnSchema schema, List<DrawnRevision> revisions = []) {
        new Drawing(revisions, null, [], [], schema)
    }

    /** Refuses what is not well-formed. */
    static Document parsed(String text) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().tap { errorHandler = null }
                .parse(new InputSource(new StringReader(text)))
    }

    static List<Element> elements(Document page, String name) {
        def found = page.getElementsByTagName(name)
        (0..<found.length).collect { found.item(it) as Element }
    }
}
