package dev.retort.internal.sql

import spock.lang.Specification

class SecretsSpec extends Specification {

    def "passwords in SQL are hidden: #text"() {
        expect:
        Secrets.NONE.hidden(text) == shown

        where:
        text                                                        || shown
        "ALTER ROLE app PASSWORD 'pw'"                              || "ALTER ROLE app PASSWORD '***'"
        "create user app with encrypted password 'a''b c' LOGIN"    || "create user app with encrypted password '***' LOGIN"
        "ALTER ROLE app PASSWORD E'a\\'b' LOGIN"                    || "ALTER ROLE app PASSWORD E'***' LOGIN"
        "ALTER ROLE app PASSWORD \$\$pw\$\$; x"                     || "ALTER ROLE app PASSWORD \$\$***\$\$; x"
        "OPTIONS (user 'u', password 'pw', passfile '/p')"          || "OPTIONS (user 'u', password '***', passfile '***')"
        "SELECT dblink('host=h password=pw dbname=d')"              || "SELECT dblink('host=h password=*** dbname=d')"
        "CONNECTION 'host=h password=''p w'' dbname=d'"             || "CONNECTION 'host=h password=''***'' dbname=d'"
        "CONNECTION 'postgresql://u:pw@host/d'"                     || "CONNECTION 'postgresql://u:***@host/d'"
        "UPDATE users SET password = 'pw' WHERE id = 1"             || "UPDATE users SET password = '***' WHERE id = 1"
        'INSERT INTO t VALUES (\'{"password": "pw"}\')'             || 'INSERT INTO t VALUES (\'{"password": "***"}\')'
        "ALTER ROLE app PASSWORD '\n  pw'"                          || "ALTER ROLE app PASSWORD '***'"
        "ALTER ROLE app PASSWORD NULL"                              || 'ALTER ROLE app PASSWORD NULL'
        "ALTER ROLE app PASSWORD ''"                                || "ALTER ROLE app PASSWORD ''"
        'column "password" of relation "users" does not exist'      || 'column "password" of relation "users" does not exist'
        "UPDATE users SET password = crypt(:pw, salt)"              || 'UPDATE users SET password = crypt(:pw, salt)'
        "ALTER TABLE users ADD COLUMN password text DEFAULT 'x'"    || "ALTER TABLE users ADD COLUMN password text DEFAULT 'x'"
    }

    def "values from outside are hidden as words, and short ones in quotes alone: #text"() {
        given:
        def secrets = Secrets.of(['S3CRET', "it's", 'a\\b', '42', ' ', 'S3CRET-2'])

        expect:
        secrets.hidden(text) == shown

        where:
        text                                     || shown
        "SELECT 'S3CRET', S3CRETS, \"S3CRET\""   || "SELECT '***', S3CRETS, \"***\""
        "SELECT 'S3CRET-2'"                      || "SELECT '***'"
        "SELECT 'it''s', E'it\\'s', 'its'"       || "SELECT '***', E'***', 'its'"
        "SELECT 'a\\b', E'a\\\\b'"               || "SELECT '***', E'***'"
        "SELECT 42, '42'"                        || "SELECT 42, '***'"
        'nothing'                                || 'nothing'
    }

    def "an offset moves with what is hidden before it"() {
        given:
        def sql = "ALTER ROLE a PASSWORD 'secret word' LOGON"

        expect:
        def shown = Secrets.NONE.hidden(sql)
        shown.substring(Secrets.NONE.hiddenOffset(sql, sql.indexOf('LOGON'))) == 'LOGON'
        shown.charAt(Secrets.NONE.hiddenOffset(sql, sql.indexOf('word'))) == '*' as char
        Secrets.NONE.hiddenOffset(sql, 3) == 3
    }

    def "what a database says of a statement hides its passwords, too"() {
        expect:
        Secrets.NONE.in("ALTER ROLE a PASSWORD 'geheim' x").hidden('syntax error at or near "geheim"') == 'syntax error at or near "***"'
    }

    def "a statement of megabytes is looked through"() {
        given:
        def sql = "INSERT INTO t (password) VALUES ('${'x' * 2_000_000}') -- password = '${'y' * 5000}"

        expect:
        Secrets.of(['S3CRET']).hidden(sql).length() < sql.length()
    }

    def "a long line is cut around the place that counts"() {
        expect:
        with(Excerpt.around('a' * 1000 + 'X' + 'b' * 1000, 1000, 300)) {
            text().length() == 302
            text().charAt(column()) == 'X' as char
        }
        Excerpt.around('short', 2, 300) == new Excerpt.Window('short', 2)
        Excerpt.of('x' * 30, 10) == 'xxxxxxxxxx… (20 more characters)'
    }
}
