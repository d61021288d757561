package dev.retort.internal.sandbox

import dev.retort.RetortException
import org.codehaus.groovy.util.ReleaseInfo
import spock.lang.Specification

class GroovyVersionSpec extends Specification {

    def "Groovy #version is taken"() {
        when:
        GroovyVersion.check(version)

        then:
        noExceptionThrown()

        where:
        version << ['5.0.8', '5.1.3', '5.2.0-SNAPSHOT', '5.0.0-rc-1']
    }

    def "Groovy #version is refused before a script is read, and named"() {
        when:
        GroovyVersion.check(version)

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.USAGE
        e.message == "Retort needs Groovy 5, and Groovy $version is on the class path. Set the version of " +
                'org.apache.groovy:groovy in the build; with Spring Boot 3, the property groovy.version: 5.0.8 or a later 5. ' +
                'Or keep it, add dev.retort:retort-groovy, and set sandbox = "process".'

        where:
        version << ['4.0.27', '6.0.0', '3.0.25', '50.1']
    }

    def "a script compiles on the Groovy that the build means these specs to run on"() {
        expect:
        ReleaseInfo.version == System.getProperty('retort.groovy', ReleaseInfo.version)
        new ScriptCompiler().compile('x.groovy', "revision 'x'\nupgrade { }\ndowngrade { }") != null
    }
}
