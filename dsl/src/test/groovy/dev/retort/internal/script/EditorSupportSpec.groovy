package dev.retort.internal.script

import groovy.lang.DelegatesTo
import java.lang.reflect.Modifier
import org.codehaus.groovy.control.CompilerConfiguration
import spock.lang.Specification

/** What an editor is given to complete scripts. Whether IntelliJ does so is not tried here. */
class EditorSupportSpec extends Specification {

    def text = getClass().getResource('/retort.gdsl').text

    def "it gives scripts of both kinds the class whose methods they may call"() {
        given:
        def contributed = [:]
        def binding = new Binding(
                scriptScope: { 'script' }, context: { it },
                contributor: { context, body ->
                    ['migrations/a1.groovy', 'schema.groovy', 'schema/users.groovy'].each { name ->
                        def file = new Expando(name: name.tokenize('/').last(), parent: new Expando(name: name.contains('/') ? name.tokenize('/')[0] : 'project'))
                        body.delegate = new Expando(
                                place: [containingFile: [originalFile: [virtualFile: file]]], findClass: { Class.forName(it) },
                                delegatesTo: { contributed[name] = it })
                        body.resolveStrategy = Closure.DELEGATE_FIRST
                        body()
                    }
                })

        when:
        new GroovyShell(binding, new CompilerConfiguration()).evaluate(text)

        then:
        contributed == ['migrations/a1.groovy': MigrationScript, 'schema.groovy': SchemaScript, 'schema/users.groovy': SchemaScript]
    }

    def "each closure of a script says what it delegates to: #method.name"() {
        expect:
        method.parameters.findAll { Closure.isAssignableFrom(it.type) }.every { it.getAnnotation(DelegatesTo) != null }

        where:
        method << [MigrationScript, Operations, Declarations].collectMany { it.methods.toList() }
                .findAll { Modifier.isPublic(it.modifiers) && it.declaringClass.name.startsWith('dev.retort') && it.parameterTypes.any { Closure.isAssignableFrom(it) } }
    }
}
