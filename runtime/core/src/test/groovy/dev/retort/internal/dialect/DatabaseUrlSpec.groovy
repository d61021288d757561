package dev.retort.internal.dialect

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialects
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DatabaseUrlSpec extends Specification {

    @TempDir
    Path folder

    def "#url is #jdbcUrl as #user with #password"() {
        when:
        def address = Dialects.ofUrl(url)

        then:
        address.dialect().name() == 'postgresql'
        address.url().jdbcUrl() == jdbcUrl
        address.url().properties().getProperty('user') == user
        address.url().properties().getProperty('password') == password
        !address.url().toString().contains('secret')
        !address.url().jdbcUrl().contains('secret')

        where:
        url                                                      | jdbcUrl                                             | user    | password
        'postgresql://app:secret@db.example:6543/shop'           | 'jdbc:postgresql://db.example:6543/shop'            | 'app'   | 'secret'
        'postgres://app:secret@db.example/shop'                  | 'jdbc:postgresql://db.example/shop'                 | 'app'   | 'secret'
        'postgresql+asyncpg://app:secret@localhost:5432/todo'    | 'jdbc:postgresql://localhost:5432/todo'             | 'app'   | 'secret'
        'postgresql://app:se%40cret%2F+%25secret@h/d'            | 'jdbc:postgresql://h/d'                             | 'app'   | 'se@cret/+%secret'
        'postgresql://h/d?sslmode=require&user=app&password=secret' | 'jdbc:postgresql://h/d?sslmode=require'          | 'app'   | 'secret'
        'jdbc:postgresql://h:1/d?user=app&password=secret'       | 'jdbc:postgresql://h:1/d'                           | 'app'   | 'secret'
        'jdbc:postgresql://app:secret@h/d'                       | 'jdbc:postgresql://h/d'                             | 'app'   | 'secret'
        'jdbc:postgresql://one,two:2/d?targetServerType=primary' | 'jdbc:postgresql://one,two:2/d?targetServerType=primary' | null | null
        'jdbc:postgresql://[::1]:5432/d'                         | 'jdbc:postgresql://[::1]:5432/d'                    | null    | null
        'jdbc:postgresql:shop'                                   | 'jdbc:postgresql://localhost/shop'                  | null    | null
        'postgresql:///shop'                                     | 'jdbc:postgresql://localhost/shop'                  | null    | null
        'postgresql://app@/d?host=h&port=1'                      | 'jdbc:postgresql://h:1/d'                           | 'app'   | null
        'postgresql://app@x:1/d?host=one,two&port=2,3'           | 'jdbc:postgresql://one:2,two:3/d'                   | 'app'   | null
        'postgresql://h/?dbname=d&connect_timeout=5&application_name=x&client_encoding=utf8' | 'jdbc:postgresql://h/d?connectTimeout=5' | null | null
        'postgresql://one,two/d?target_session_attrs=read-write' | 'jdbc:postgresql://one,two/d?targetServerType=primary' | null  | null
        'postgresql://h/d?hostaddr=::1&port=7'                   | 'jdbc:postgresql://[::1]:7/d'                       | null    | null
        'postgresql://app@h/d'                                   | 'jdbc:postgresql://h/d'                             | 'app'   | null
    }

    def "#url is the file #jdbcUrl"() {
        expect:
        Dialects.ofUrl(url).dialect().name() == 'sqlite'
        Dialects.ofUrl(url).url().jdbcUrl() == jdbcUrl

        where:
        url                             | jdbcUrl
        'sqlite:///app.db'              | 'jdbc:sqlite:app.db'
        'sqlite:////var/lib/app.db'     | 'jdbc:sqlite:/var/lib/app.db'
        'sqlite+aiosqlite:///app.db'    | 'jdbc:sqlite:app.db'
        'sqlite:///:memory:'            | 'jdbc:sqlite::memory:'
        'jdbc:sqlite:app.db'            | 'jdbc:sqlite:app.db'
        'jdbc:sqlite::memory:'          | 'jdbc:sqlite::memory:'
        'jdbc:sqlite:app.db?cache_size=100' | 'jdbc:sqlite:app.db?cache_size=100'
    }

    def "who changes a database in memory is warned: #url"() {
        expect:
        Dialects.ofUrl(url).url().caution().present == warned

        where:
        url                                  || warned
        'sqlite:///:memory:'                 || true
        'jdbc:sqlite::memory:'               || true
        'jdbc:sqlite:file::memory:?cache=shared' || true
        'jdbc:sqlite:file:x?mode=memory'     || true
        'jdbc:sqlite:memory.db'              || false
        'postgresql://h/d'                   || false
    }

    def "a file that is not there is not made by looking at it"() {
        given:
        def file = folder.resolve('none.db')

        when:
        Dialects.ofUrl(prefix + file + name).url().openForReading().close()

        then:
        folder.toFile().list() as List == []

        where:
        prefix                       | name
        'sqlite:///'                 | ''
        'sqlite:///'                 | ':'
        'jdbc:sqlite:file:'          | ''
        'jdbc:sqlite:file:'          | '%41'
        'jdbc:sqlite:file:'          | '%zz'
        'jdbc:sqlite:file://'        | '?cache=private'
        'jdbc:sqlite:file://localhost' | ''
    }

    def "what is there is looked at, however SQLite's URL writes it: #name"() {
        given:
        def file = folder.resolve('a b.db')
        Dialects.ofUrl("sqlite:///$file").url().open().withCloseable { it.createStatement().execute('CREATE TABLE t (n)') }

        expect:
        Dialects.ofUrl("jdbc:sqlite:file:${folder.resolve(name)}").url().openForReading().withCloseable {
            it.createStatement().executeQuery('SELECT count(*) FROM t').next()
        }

        where:
        name << ['a b.db', 'a%20b.db', '%61%20b.db?cache=private']
    }

    def "#url is refused without its password: #sentence"() {
        when:
        Dialects.ofUrl(url)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.USAGE
        refused.message.startsWith(sentence)
        !refused.message.contains('secret')

        where:
        url                             | sentence
        'mysql://root:secret@h/d'       | 'No driver for a database URL that begins with "mysql:".'
        'jdbc:oracle:thin:secret@h'     | 'No driver for a database URL that begins with "jdbc:oracle:".'
        'app.db'                        | 'No driver for a database URL. Write sqlite:///app.db.'
        '/srv/a b/app.sqlite3'          | 'No driver for a database URL. Write sqlite:////srv/a b/app.sqlite3.'
        'shop'                          | 'No driver for a database URL. Write postgresql://'
        'sqlite://app.db'               | 'The database URL has too few slashes: three go before a file\'s name. Write sqlite:///app.db; or sqlite:////app.db where it is absolute.'
        'sqlite:app.db'                 | 'The database URL has too few slashes: three go before a file\'s name. Write sqlite:///app.db;'
        'sqlite3:app.db'                | 'The database URL has too few slashes: three go before a file\'s name. Write sqlite:///app.db;'
        'sqlite:/srv/app.db'            | 'The database URL has too few slashes: three go before a file\'s name. Write sqlite:////srv/app.db.'
        'sqlite:///'                    | 'The database URL names no file. Write sqlite:///app.db.'
        'sqlite://'                     | 'The database URL names no file.'
        'sqlite:'                       | 'The database URL names no file.'
        'jdbc:sqlite:'                  | 'The database URL names no file.'
        'jdbc:sqlite:?cache_size=1'     | 'The database URL names no file.'
        'postgresql://app:se cret@h/d'  | 'The database URL is not well-formed: '
        'postgresql://app:100%secret@h/d' | 'The database URL is not well-formed: '
        'jdbc:sqlite::resource:secret'  | 'The database URL names a resource of a program'
        'jdbc:sqlite:file::resource:secret' | 'The database URL names a resource of a program'
        'postgresql:app:secret#@h/d'    | 'The database URL is not well-formed: Two slashes'
        'postgresql:app:secret@h/d'     | 'The database URL is not well-formed: Two slashes'
        'postgresql:app:secret'         | 'The database URL is not well-formed: Two slashes'
        'postgresql:/app:secret?@h'     | 'The database URL is not well-formed: Two slashes'
        'postgresql://h/app#secret'     | 'The database URL is not well-formed: A # '
        'postgresql://h/d?sslmod=require' | 'The database URL has the parameter "sslmod", which neither PostgreSQL nor its driver knows. Did you mean "sslmode"?'
        'jdbc:postgresql://h/d?SSLMODE=require' | 'The database URL has the parameter "SSLMODE", which neither PostgreSQL nor its driver knows.'
        'postgresql://h/d?pool=5&password=secret' | 'The database URL has the parameter "pool", which neither'
        'postgresql://h/d?ssl=require'  | 'The database URL says ssl=require, which turns TLS off. Write sslmode=require.'
        'postgresql://h/d?sslcrl=x'     | 'The database URL has the parameter "sslcrl", which the JDBC driver does not support.'
        'postgresql://h/d?host=a,b&port=1,2,3' | 'There are 2 hosts, and 3 ports.'
        'postgresql:///d?host=/run/x,b' | 'A list of hosts holds "/run/x", which is none.'
        'postgresql:///d?service=none'  | 'There is no service "none" in '
        'postgresql://app:x#secret@h/d' | 'The database URL is not well-formed: A # '
    }
}
