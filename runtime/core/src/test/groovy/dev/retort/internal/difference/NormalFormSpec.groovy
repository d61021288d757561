package dev.retort.internal.difference

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.schema.Constraint
import dev.retort.internal.schema.Deferral
import dev.retort.internal.schema.QualifiedName
import spock.lang.Specification

class NormalFormSpec extends Specification {

    def "a foreign key refers to a table by a name that is one where #url leads, in whatever case: #same"() {
        given:
        def form = new NormalForm(Dialects.ofUrl(url).dialect().difference())

        expect:
        (form.of(key('users')) == form.of(key('Users'))) == same

        where:
        url                      || same
        'sqlite:///x.db'         || true
        'postgresql://host/shop' || false
    }

    private static Constraint key(String table) {
        new Constraint.ForeignKey('fk', ['user_id'], QualifiedName.of(table), ['id'], null, null, null, Deferral.NOT_DEFERRABLE, false)
    }
}
