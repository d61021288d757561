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

    def "what PostgreSQL prints of a list, and what it prints of that once it has read it, are one: #one"() {
        given:
        def form = new SqlForm(Dialects.ofUrl('postgresql://host/shop').dialect().difference().folding())

        expect:
        form.of(one) == form.of(other)

        where:
        one                                                                                      | other
        "(state)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])" | "(state)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text])"
        "x = ('a'::character varying)::text"                                                     | "x = 'a'"
    }

    def "a cast of what is no constant says something: #one"() {
        given:
        def form = new SqlForm(Dialects.ofUrl('postgresql://host/shop').dialect().difference().folding())

        expect:
        form.of(one) != form.of(other)

        where:
        one                        | other
        'x = (y)::text'            | 'x = y'
        "x = (lower('A'))::text"   | "x = lower('A')"
        "x = ANY ((ARRAY[y])::text[])" | 'x = ANY (ARRAY[y])'
    }

    private static Constraint key(String table) {
        new Constraint.ForeignKey('fk', ['user_id'], QualifiedName.of(table), ['id'], null, null, null, Deferral.NOT_DEFERRABLE, false)
    }
}
