package dev.retort.internal.cli

import java.lang.reflect.Modifier
import picocli.CommandLine
import picocli.CommandLine.ParseResult
import spock.lang.Specification

class UsualArgumentsSpec extends Specification {

    def 'reads "#line" as the parser does'() {
        given:
        String[] arguments = line.split(' ')

        when:
        UsualArguments.Read read = UsualArguments.read(arguments).get()

        then:
        ParseResult outer = CommandTree.create(arguments).parseArgs(arguments)
        ParseResult inner = outer.subcommand()
        read.action().class == inner.commandSpec().userObject().class
        state(read.action()) == state(inner.commandSpec().userObject())
        state(read.options()) == state(global(outer).with(global(inner)))

        where:
        line << ['heads',
                 'current',
                 'status --json',
                 'downgrade',
                 'downgrade base',
                 'upgrade head',
                 'upgrade heads',
                 'upgrade current',
                 'upgrade +1 --url sqlite:///a.db',
                 '--url sqlite:///a.db upgrade head',
                 'upgrade --url sqlite:///a.db head --sql',
                 'downgrade 4f1c:base --sql -v',
                 'current -v -v -q',
                 '-v current -v',
                 'heads -c retort.toml --env test --migrations a --migrations b',
                 '--migrations a heads --migrations b',
                 'upgrade head -x a=b -x c',
                 'current --config other.toml --quiet --verbose --json']
    }

    def 'leaves "#line" to the parser'() {
        expect:
        UsualArguments.read(line.split(' ')).empty

        where:
        line << ['',
                 'upgrade',
                 'upgrade head head',
                 'heads head',
                 'current --check-heads',
                 'upgrade -1',
                 'downgrade -1',
                 'upgrade --help',
                 '--version',
                 'help upgrade',
                 'upgrade head --url',
                 'upgrade head --url -v',
                 'upgrade head --url=sqlite:///a.db',
                 'upgrade head --url a --url b',
                 '--url a upgrade head --url b',
                 '--url upgrade head',
                 'heads --json --json',
                 'heads --sql',
                 'upgrade head --sql --sql',
                 'upgrade head -vv',
                 'upgrade head -- more',
                 'history',
                 'info',
                 'upgrad head']
    }

    private static GlobalOptions global(ParseResult parsed) {
        parsed.commandSpec().mixins()[CommandTree.GLOBAL].userObject() as GlobalOptions
    }

    /** All that is set in a command, and in the options that it shares with others. */
    private static Object state(Object value) {
        if (value == null || !value.class.name.startsWith('dev.retort.') || value instanceof Enum) {
            return value instanceof boolean[] ? value.toList() : value
        }
        value.class.declaredFields
                .findAll { !Modifier.isStatic(it.modifiers) && !it.synthetic }
                .collectEntries { field ->
                    field.accessible = true
                    [field.name, state(field.get(value))]
                }
    }
}
