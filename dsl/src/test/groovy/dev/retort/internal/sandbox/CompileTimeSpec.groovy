package dev.retort.internal.sandbox

import dev.retort.RetortException
import dev.retort.internal.script.Noticed
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** While a script is compiled nothing runs: no code of its own, and none of a class that is closed to it. */
@spock.lang.Tag('world')
class CompileTimeSpec extends Specification {

    @Shared
    ScriptCompiler compiler = new ScriptCompiler()

    @TempDir
    File folder

    static String script(String top, String inside) {
        "revision 'x'\n$top\nupgrade { $inside }\ndowngrade { }"
    }

    private String refusal(String top, String inside) {
        try {
            compiler.compile('x.groovy', script(top, inside))
            return 'nothing was refused'
        } catch (RetortException e) {
            return e.message
        }
    }

    def "the compiler runs no initialiser: #top #inside"() {
        when:
        def said = refusal(top, inside)

        then:
        Noticed.Notices.RUN == []
        said != 'nothing was refused'
        !said.contains('stumbles')

        where:
        top                                                        | inside
        ''                                                         | 'execute "${dev.retort.internal.script.Noticed.WIDTH}"'
        'import dev.retort.internal.script.Noticed'                         | 'int w = Noticed.WIDTH'
        'import dev.retort.internal.script.Noticed as N'                    | 'def w = N.WIDTH + 1'
        'import static dev.retort.internal.script.Noticed.WIDTH'            | 'int w = WIDTH'
        'import static dev.retort.internal.script.Noticed.WIDTH as W'       | 'execute "$W"'
        'import static dev.retort.internal.script.Noticed.width'            | 'int w = width()'
        'class A { static final int W = dev.retort.internal.script.Noticed.WIDTH }'  | 'A.W'
        'class A { static final String T = "a" + dev.retort.internal.script.Noticed.TEXT }' | 'A.T'
        'class A { final int w = dev.retort.internal.script.Noticed.WIDTH }' | 'new A().w'
        'interface A { int W = dev.retort.internal.script.Noticed.WIDTH }'  | 'A.W'
        'enum A { ONE(dev.retort.internal.script.Noticed.WIDTH); final int w; A(int w) { this.w = w } }' | 'A.ONE.w'
        'record A(int w = dev.retort.internal.script.Noticed.WIDTH) { }'    | 'new A().w()'
        'int f(int w = dev.retort.internal.script.Noticed.WIDTH) { w }'     | 'f()'
        'class A extends dev.retort.internal.script.Noticed { }'            | 'new A()'
        'class A extends dev.retort.internal.script.Noticed { int f() { WIDTH } }' | 'new A().f()'
        'class A { dev.retort.internal.script.Noticed n }'                  | 'new A().n'
        'class A<T extends dev.retort.internal.script.Noticed> { T t }'     | 'new A().t'
        ''                                                         | 'switch (1) { case dev.retort.internal.script.Noticed.WIDTH: break }'
        ''                                                         | 'def w = switch (1) { case dev.retort.internal.script.Noticed.WIDTH -> 1; default -> 2 }'
        ''                                                         | 'def c = dev.retort.internal.script.Noticed.class'
        ''                                                         | 'def c = dev.retort.internal.script.Noticed'
        ''                                                         | 'dev.retort.internal.script.Noticed n = null; n.WIDTH'
        ''                                                         | 'def n = (dev.retort.internal.script.Noticed) null; n?.message'
        ''                                                         | 'def b = null instanceof dev.retort.internal.script.Noticed'
        ''                                                         | 'new dev.retort.internal.script.Noticed().WIDTH'
        ''                                                         | 'def a = new dev.retort.internal.script.Noticed[dev.retort.internal.script.Noticed.WIDTH]'
        ''                                                         | 'def a = [1] as dev.retort.internal.script.Noticed'
        ''                                                         | 'try { } catch (dev.retort.internal.script.Noticed e) { e.WIDTH }'
        ''                                                         | 'for (dev.retort.internal.script.Noticed n : []) { n.WIDTH }'
        ''                                                         | 'List<dev.retort.internal.script.Noticed> l = []; l[0].WIDTH'
        ''                                                         | '[1].each { dev.retort.internal.script.Noticed n -> n.WIDTH }'
        ''                                                         | 'def w = dev.retort.internal.script.Noticed::width'
        ''                                                         | "def n = new dev.retort.internal.script.Noticed('x') { int w = WIDTH }"
    }

    def "what is closed is known by its name: #inside"() {
        expect:
        refusal('', inside) == said

        where:
        inside                                  | said
        'execute "${java.awt.Component.WIDTH}"' | 'x.groovy:3: A migration cannot use java.awt.Component.WIDTH.'
        "new File('x').text"                    | "x.groovy:3: A migration cannot reach files. Write what the file holds into the script, or load it with your database's own tools."
        "System.getenv('X')"                    | "x.groovy:3: A migration cannot read or change the environment and system properties. Give the value with -x name=value and read it with argument('name')."
    }

    def "a constant of a closed class is not folded into a script, where nothing would show whose it is"() {
        expect:
        refusal('class A { static final float L = java.awt.Component.LEFT_ALIGNMENT }', 'A.L') ==
                'x.groovy: A migration cannot use java.awt.Component.LEFT_ALIGNMENT.'
    }

    @Timeout(120)
    def "no class that is closed is loaded, as the JVM itself reports"() {
        given:
        def log = new File(folder, 'classes.log')
        def pieces = [
                'execute "${java.awt.Component.WIDTH}"', 'def x = javax.swing.JTable.AUTO_RESIZE_OFF',
                "''.class.classLoader.parent.name", "''.class.module.layer.configuration()",
                'java.rmi.registry.Registry r = null', 'switch (1) { case java.sql.Types.BIT: break }',
                'def ok = HttpURLConnection.HTTP_OK', 'javax.naming.Context.INITIAL_CONTEXT_FACTORY.length()',
        ]
        def java = "${System.getProperty('java.home')}/bin/java".toString()

        when:
        def child = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', "-Xlog:class+load=info,class+init=info:file=$log".toString(),
                                        '-cp', System.getProperty('java.class.path'), CompileTimeSpec.name] + pieces)
                .redirectErrorStream(true).start()
        def said = child.inputStream.text

        then:
        child.waitFor() == 0
        said.readLines() == pieces.collect { 'refused' }
        log.text.contains('dev.retort.internal.sandbox.ScriptCompiler')
        log.readLines().findAll { line -> CLOSED.any { line.contains("$it ") || line.contains("${it.replace('.', '/')}'") } } == []
    }

    static final List<String> CLOSED = [
            'java.awt.Component', 'java.awt.image.ImageObserver', 'javax.swing.JTable', 'javax.swing.JComponent',
            'java.rmi.registry.Registry', 'java.sql.Types', 'java.net.HttpURLConnection', 'javax.naming.Context',
    ]

    /** Compiles what it is given, in a JVM that did nothing before. */
    static void main(String... pieces) {
        def compiler = new ScriptCompiler()
        pieces.each {
            try {
                compiler.compile('x.groovy', script('', it))
                println 'not refused'
            } catch (RetortException ignored) {
                println 'refused'
            }
        }
    }
}
