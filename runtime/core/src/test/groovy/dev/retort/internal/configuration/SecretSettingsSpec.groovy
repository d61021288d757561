package dev.retort.internal.configuration

import spock.lang.Specification

class SecretSettingsSpec extends Specification {

    def "a password is hidden in #text"() {
        expect:
        SecretSettings.mask(text) == masked

        where:
        text                                                        || masked
        'postgresql://app:geheim@db:5432/app'                       || 'postgresql://app:***@db:5432/app'
        'postgresql://app:ge:he/i@m@db/app'                         || 'postgresql://app:***@db/app'
        'postgresql://x@y:geheim@db/app'                            || 'postgresql://x@y:***@db/app'
        'postgresql://:geheim@db/app'                               || 'postgresql://:***@db/app'
        'jdbc:postgresql://db/app?user=a&password=geheim&ssl=true'  || 'jdbc:postgresql://db/app?user=a&password=***&ssl=true'
        'jdbc:postgresql://db/app?PASSWORD=geheim'                  || 'jdbc:postgresql://db/app?PASSWORD=***'
        'jdbc:postgresql://db/app?sslpassword=geheim'               || 'jdbc:postgresql://db/app?sslpassword=***'
        'jdbc:x://db;password=geheim;a=b'                           || 'jdbc:x://db;password=***;a=b'
        '{user=a, password=geheim, ssl=true}'                       || '{user=a, password=*** ssl=true}'
        'Cannot reach "postgresql://app:geheim@db/app".'            || 'Cannot reach "postgresql://app:***@db/app".'
    }

    def "a password is hidden in a setting, whatever it is made of: #text"() {
        expect:
        SecretSettings.shown(setting, text) == shown

        where:
        setting          | text                                           || shown
        Setting.URL      | 'postgresql://a:ge"he i\'m@db/x'               || 'postgresql://a:***@db/x'
        Setting.URL      | 'jdbc:postgresql://db/x?password=ge"he i\'m&b' || 'jdbc:postgresql://db/x?password=***&b'
        Setting.URL      | 'jdbc:postgresql://db/x?a=b&password=ge;heim'  || 'jdbc:postgresql://db/x?a=b&password=***'
        Setting.URL      | 'jdbc:postgresql://db:1/x?password=g@h'        || 'jdbc:postgresql://db:1/x?password=***'
        Setting.URL      | 'postgresql://a@db:5432/x'                     || 'postgresql://a@db:5432/x'
        Setting.URL      | 'postgresql://x@y:geheim/@db:5432/x'           || 'postgresql://x@y:***@db:5432/x'
        Setting.URL      | 'x@y:geheim @db:5432/x'                        || 'x@y:***@db:5432/x'
        Setting.URL      | 'sqlite:////home/a b/x.db'                     || 'sqlite:////home/a b/x.db'
        Setting.PASSWORD | 'geheim'                                       || '***'
        Setting.USER     | 'app'                                          || 'app'
    }

    def "what holds no password stays as it is: #text"() {
        expect:
        SecretSettings.mask(text) == text

        where:
        text << ['Write postgresql://user:password@host:port/database.', 'postgresql://app@db/app', 'jdbc:postgresql://db:5432/app?user=app', 'sqlite:///app.db',
                 'jdbc:sqlite:app.db', "UPDATE t SET token = 'a', token='b'", 'Running upgrade a -> b, Mail user@example.org', '']
    }
}
