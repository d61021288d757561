package dev.retort.internal.configuration

import dev.retort.internal.cli.JsonText
import spock.lang.Specification

/** The schema that editors are given knows every setting, and nothing else. A validator of such schemas has its say in runtime/dist. */
class ConfigurationSchemaSpec extends Specification {

    def schema = JsonText.parsed(ConfigurationSchema.text())

    def "it has every setting, outside of environments and in them"() {
        expect:
        keys(schema.get('properties')) == (Setting.values()*.key() + ['env', 'default_env']).sort()
        keys(schema.definitions.settings.get('properties')) == Setting.values()*.key().sort()
        !schema.additionalProperties && !schema.definitions.settings.additionalProperties
    }

    def "what is the default of #setting is valid by its pattern"() {
        given:
        def kind = setting.kind()

        expect:
        kind.accepts(setting.defaultText())
        kind.pattern().empty || setting.defaultText() =~ kind.pattern()

        where:
        setting << Setting.values().findAll { it.defaultText() != null }
    }

    def "a text of a kind is refused by its pattern where it is refused when it is read: #kind \"#text\""() {
        expect:
        !kind.accepts(text)
        !(text =~ kind.pattern())

        where:
        kind          | text
        Kind.TEXT     | ' '
        Kind.NUMBER   | '0'
        Kind.NUMBER   | 'many'
        Kind.DEPTH    | '12'
        Kind.FLAG     | 'yes'
        Kind.SANDBOX  | 'container'
        Kind.DURATION | '5 minutes'
    }

    private static List<String> keys(Map properties) {
        properties.collectMany { key, value -> value.containsKey('properties') ? value.get('properties').keySet().collect { "$key.$it" as String } : [key] }.sort()
    }
}
