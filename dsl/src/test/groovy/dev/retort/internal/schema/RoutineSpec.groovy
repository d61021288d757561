package dev.retort.internal.schema

import spock.lang.Specification

class RoutineSpec extends Specification {

    def "a function with the arguments #arguments is found by #types"() {
        expect:
        new Routine.Signature(QualifiedName.of('f'), arguments, false).types() == types

        where:
        arguments                                                      || types
        null                                                           || null
        ''                                                             || ''
        'integer'                                                      || 'integer'
        'x int, y int8, z INT2'                                        || 'integer, bigint, smallint'
        'x integer DEFAULT 1, y text = \'a, b\', z bool := true'       || 'integer, text, boolean'
        'IN x integer, OUT y text, INOUT z text, VARIADIC w numeric[]' || 'integer, text, numeric[]'
        'x IN integer, y OUT text'                                     || 'integer'
        'double precision, x double precision, float'                  || 'double precision, double precision, double precision'
        'varchar(20), x character varying(5), char varying'            || 'character varying, character varying, character varying'
        'char, x char(3), "char", nchar varying'                       || 'character, character, "char", character varying'
        'numeric(12, 2), dec(3)'                                       || 'numeric, numeric'
        'timestamp, timestamptz(3), at timestamp(3) with time zone'    || 'timestamp without time zone, timestamp with time zone, timestamp with time zone'
        'time without time zone, interval day to second, interval'     || 'time without time zone, interval, interval'
        'x int[], y integer[][], z text ARRAY[4], timestamp(3)[]'      || 'integer[], integer[], text[], timestamp without time zone[]'
        'far.mood, "A b" "Odd"."Type", x pg_catalog.int4'              || 'far.mood, "Odd"."Type", integer'
        '"x" "mood", y Mood'                                           || 'mood, mood'
        'a text DEFAULT f(1, \'(\'), /* b, */ c date -- d'             || 'text, date'
        'bit varying(8), bit(3), x varbit'                             || 'bit varying, bit, bit varying'
    }
}
