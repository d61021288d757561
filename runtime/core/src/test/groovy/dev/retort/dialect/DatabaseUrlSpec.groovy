package dev.retort.dialect

import dev.retort.error.RetortException
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path

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
        'sqlite://'                     | 'jdbc:sqlite::memory:'
        'sqlite:///:memory:'            | 'jdbc:sqlite::memory:'
        'jdbc:sqlite:app.db'            | 'jdbc:sqlite:app.db'
        'jdbc:sqlite::memory:'          | 'jdbc:sqlite::memory:'
        'jdbc:sqlite:app.db?cache_size=100' | 'jdbc:sqlite:app.db?cache_size=100'
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
        'app.db'                        | 'No driver for a database URL.'
        'postgresql://app:se cret@h/d'  | 'The database URL is not well-formed: '
        'postgresql://app:100%secret@h/d' | 'The database URL is not well-formed: '
        'jdbc:sqlite::resource:secret'  | 'The database URL names a resource of a program'
        'jdbc:sqlite:file::resource:secret' | 'The database URL names a resource of a program'
        'postgresql:app:secret#@h/d'    | 'The database URL is not well-formed: Two slashes'
        'postgresql:app:secret@h/d'     | 'The database URL is not well-formed: Two slashes'
        'postgresql:app:secret'         | 'The database URL is not well-formed: Two slashes'
        'postgresql:/app:secret?@h'     | 'The database URL is not well-formed: Two slashes'
        'postgresql://h/app#secret'     | 'The database URL is not well-formed: A # '
        'postgresql://app:x#secret@h/d' | 'The database URL is not well-formed: A # '
    }
}
