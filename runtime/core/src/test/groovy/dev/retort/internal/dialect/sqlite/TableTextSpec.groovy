package dev.retort.internal.dialect.sqlite

import spock.lang.Specification

class TableTextSpec extends Specification {

    def "the text comes out as it went in, and its columns are #columns: #sql"() {
        given:
        def table = TableText.parse(sql)

        expect:
        table.sql() == sql
        table.columnNames() == columns
        table.rules().size() == rules

        where:
        sql                                                                        | columns             | rules
        'CREATE TABLE t(a)'                                                        | ['a']               | 0
        'CREATE TABLE "t(,"( a int , b text )'                                     | ['a', 'b']          | 0
        "CREATE TABLE 't'('a' text, [b,c] int, `d``e` DEFAULT ',(' )"              | ['a', 'b,c', 'd`e'] | 0
        'CREATE TABLE t(a /* , */ int, -- b, c\n d, PRIMARY KEY (a, d))'           | ['a', 'd']          | 1
        'CREATE TABLE t(a, CHECK (a IN (1, 2)) UNIQUE (a), FOREIGN KEY (a) REFERENCES p) STRICT' | ['a'] | 2
        'CREATE TABLE t("check" int, "constraint")'                                | ['check', 'constraint'] | 0
    }

    def "the clauses of #sql are #kinds"() {
        given:
        def column = ColumnText.parse(sql)

        expect:
        column.type() == type
        column.clauses()*.kind()*.name() == kinds
        column.clauses()*.name() == names

        where:
        sql                                                                             | type            | kinds                                    | names
        'a'                                                                             | ''              | []                                       | []
        'a NUMERIC ( 10,2 ) NOT NULL'                                                   | 'NUMERIC(10, 2)'| ['NOT_NULL']                             | [null]
        'a int DEFAULT NULL NULL'                                                       | 'int'           | ['DEFAULT', 'NULL']                      | [null, null]
        "a DEFAULT x'00' UNIQUE"                                                        | ''              | ['DEFAULT', 'UNIQUE']                    | [null, null]
        'a DEFAULT -1 CHECK (a > 0)'                                                    | ''              | ['DEFAULT', 'CHECK']                     | [null, null]
        'a DEFAULT (1 + (2)) COLLATE NOCASE'                                            | ''              | ['DEFAULT', 'COLLATE']                   | [null, null]
        'a CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT FAIL AUTOINCREMENT CONSTRAINT n NOT NULL ON CONFLICT IGNORE' | '' | ['PRIMARY_KEY', 'NOT_NULL'] | ['pk', 'n']
        'a int REFERENCES p(id) ON DELETE SET NULL ON UPDATE SET DEFAULT NOT DEFERRABLE DEFAULT 3' | 'int' | ['FOREIGN_KEY', 'DEFAULT']             | [null, null]
        'a REFERENCES "default" MATCH FULL DEFERRABLE INITIALLY DEFERRED NOT NULL'      | ''              | ['FOREIGN_KEY', 'NOT_NULL']              | [null, null]
        'a int GENERATED ALWAYS AS (b + 1) STORED NOT NULL'                             | 'int'           | ['GENERATED', 'NOT_NULL']                | [null, null]
        'a AS (b) UNIQUE'                                                               | ''              | ['GENERATED', 'UNIQUE']                  | [null, null]
        'a int CONSTRAINT one CONSTRAINT two CHECK (1)'                                 | 'int'           | ['NOTHING', 'CHECK']                     | ['one', 'two']
    }

    def "an edit leaves everything else alone: #after"() {
        expect:
        edit.call(ColumnText.parse(before)).text() == after

        where:
        before                                    | edit                         | after
        '\n  a int -- why\n'                      | { it.withType('TEXT') }      | '\n  a TEXT -- why\n'
        'a'                                       | { it.withType('TEXT') }      | 'a TEXT'
        'a text'                                  | { it.withType('') }          | 'a'
        'a text DEFAULT 1 -- why'                 | { it.withNullable(false) }   | 'a text NOT NULL DEFAULT 1 -- why'
        'a text NULL'                             | { it.withNullable(false) }   | 'a text NOT NULL'
        'a text CONSTRAINT n NOT NULL /* x */ UNIQUE' | { it.withNullable(true) } | 'a text /* x */ UNIQUE'
        'a text NOT NULL DEFAULT (1, 2) UNIQUE'   | { it.withDefault("'x'") }    | "a text NOT NULL UNIQUE DEFAULT 'x'"
        'a text DEFAULT -1 UNIQUE'                | { it.withDefault(null) }     | 'a text UNIQUE'
    }

    def "columns and rules are added where their kind stands: #after"() {
        expect:
        edit.call(TableText.parse(before)).sql() == after

        where:
        before                                                  | edit                                    | after
        'CREATE TABLE t(a)'                                     | { it.withColumn('b int') }              | 'CREATE TABLE t(a, b int)'
        'CREATE TABLE t(\n  a int,\n  UNIQUE (a)\n)'            | { it.withColumn('b int') }              | 'CREATE TABLE t(\n  a int,\n  b int,\n  UNIQUE (a)\n)'
        'CREATE TABLE t(\n  a int\n)'                           | { it.withRule('UNIQUE (a)') }           | 'CREATE TABLE t(\n  a int,\n  UNIQUE (a)\n)'
        'CREATE TABLE t(\n  a int -- the a\n)'                  | { it.withRule('UNIQUE (a)') }           | 'CREATE TABLE t(\n  a int -- the a\n,\n  UNIQUE (a))'
        'CREATE TABLE t(a, b, UNIQUE (a) CHECK (b))'            | { it.without(it.clauses()[0]) }         | 'CREATE TABLE t(a, b,  CHECK (b))'
        'CREATE TABLE t(a, b UNIQUE, CHECK (b))'                | { it.without(it.clauses()[1]) }         | 'CREATE TABLE t(a, b UNIQUE)'
        'CREATE TABLE t(a, b UNIQUE, CHECK (b))'                | { it.withoutColumn('A') }               | 'CREATE TABLE t( b UNIQUE, CHECK (b))'
    }

    def "the rowid's alias of #sql is #alias"() {
        expect:
        TableText.parse(sql).rowidAlias() == Optional.ofNullable(alias)

        where:
        sql                                                       | alias
        'CREATE TABLE t(a INTEGER PRIMARY KEY)'                   | 'a'
        'CREATE TABLE t(a integer, PRIMARY KEY (a DESC))'         | 'a'
        'CREATE TABLE t(a INTEGER PRIMARY KEY DESC)'              | null
        'CREATE TABLE t(a INT PRIMARY KEY)'                       | null
        'CREATE TABLE t(a INTEGER, b, PRIMARY KEY (a, b))'        | null
        'CREATE TABLE t(a INTEGER PRIMARY KEY) WITHOUT ROWID'     | null
        'CREATE TABLE t(a INTEGER)'                               | null
    }
}
