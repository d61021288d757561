package dev.retort.internal.configuration

import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path

/** Which file is read, in which form, and what its relative names start from. */
class ConfigurationFileSpec extends ResolvingSpec {

    def "the nearest file counts, and its relative names start from its folder"() {
        given:
        write('retort.toml', "url = 'sqlite:///app.db'\nmigrations = 'db'")
        def below = Files.createDirectories(folder.resolve('src/main'))

        when:
        def configuration = resolve(workingDirectory: below)

        then:
        configuration.file() == '../../retort.toml'
        configuration.paths(Setting.MIGRATIONS) == [folder.resolve('db')]
        configuration.url() == "sqlite:///${folder.resolve('app.db')}"

        when:
        write('src/retort.toml', '')

        then:
        resolve(workingDirectory: below).file() == '../retort.toml'
        resolve(workingDirectory: below).paths(Setting.MIGRATIONS) == [folder.resolve('src/migrations')]
    }

    def "names given as a flag or a variable start from the working directory"() {
        given:
        write('retort.toml', "migrations = 'db'")
        def below = Files.createDirectories(folder.resolve('below'))

        expect:
        resolve(workingDirectory: below, flags: [(Setting.MIGRATIONS): ['a', '../b']]).paths(Setting.MIGRATIONS)
                == [below.resolve('a'), folder.resolve('b')]
        resolve(workingDirectory: below, variables: [RETORT_MIGRATIONS: 'a' + File.pathSeparator + 'b']).paths(Setting.MIGRATIONS)
                == [below.resolve('a'), below.resolve('b')]
    }

    def "a file that is no TOML is refused with the place: #text"() {
        given:
        write('retort.toml', text)

        when:
        resolve([:])

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.USAGE
        failure.message.startsWith("retort.toml:$line:")

        where:
        text                       || line
        'url = '                   || 1
        'url = "a"\nurl = "b"'     || 2
        'x = 1\n\n[env.dev\n'      || 3
        'url = "a'                 || 1
    }

    def "line ends and a byte order mark do not matter: #text"() {
        given:
        write('retort.toml', text)

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'
        shown(resolve([:]), 'user')[1] == place

        where:
        text                          || place
        "url = 'x'\r\nuser = 'ü'\r\n" || 'retort.toml:2:1'
        "\uFEFFuser = 'ü'"            || 'retort.toml:1:1'
    }

    def "what the parser would not come to an end with is refused before: #lines lines of #line"() {
        given:
        write('retort.toml', "\n$line".repeat(lines) + "\nuser = \"\"\"ü\"\"\"")

        when:
        resolve([:])

        then:
        def e = thrown(RetortException)
        e.message == "retort.toml:$at:1: Hundreds of empty lines and comments in a row, up to this one, cannot be read. Take some of them out."

        where:
        lines   | line  || at
        1_000   | ''    || 448
        200_000 | '# x' || 448
    }

    def "a file without anything special may have any number of empty lines and comments"() {
        given:
        write('retort.toml', "\n\n# x".repeat(100_000) + "\nuser = 'ü'")

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'
    }

    def "a comment of #lines lines is read"() {
        given:
        write('retort.toml', '# word\n'.repeat(lines) + "user = 'ü'")

        expect:
        resolve([:]).text(Setting.USER).get() == 'ü'

        where:
        lines << [1, 200]
    }

    def "a named file that cannot be read is an error: #name"() {
        given:
        Files.createDirectories(folder.resolve('a-folder'))
        Files.write(folder.resolve('latin.toml'), '# ü'.getBytes('ISO-8859-1'))

        when:
        resolve(file: name)

        then:
        def failure = thrown(RetortException)
        failure.kind() == RetortException.Kind.USAGE
        failure.message == message

        where:
        name        || message
        'none.toml' || 'none.toml: The configuration file does not exist. Type: retort init'
        'a-folder'  || 'a-folder: This is a folder, not a configuration file. Name the file in it.'
        'latin.toml' || 'latin.toml: The configuration file is not in UTF-8. Save it as UTF-8.'
    }

    def "the file of an SQLite URL is rooted: #url"() {
        expect:
        DatabaseFile.rooted(url, Path.of('/data/app')) == rooted

        where:
        url                               || rooted
        'jdbc:sqlite:app.db'              || 'jdbc:sqlite:/data/app/app.db'
        'jdbc:sqlite:../app.db?x=1'       || 'jdbc:sqlite:/data/app.db?x=1'
        'jdbc:sqlite:file:app.db?mode=ro' || 'jdbc:sqlite:file:/data/app/app.db?mode=ro'
        'jdbc:sqlite:/abs/app.db'         || 'jdbc:sqlite:/abs/app.db'
        'jdbc:sqlite::memory:'            || 'jdbc:sqlite::memory:'
        'jdbc:sqlite:file::memory:?cache=shared' || 'jdbc:sqlite:file::memory:?cache=shared'
        'sqlite:///:app.db'               || 'sqlite:////data/app/:app.db'
        'jdbc:sqlite:'                    || 'jdbc:sqlite:'
        'sqlite:///app.db'                || 'sqlite:////data/app/app.db'
        'sqlite:////abs/app.db'           || 'sqlite:////abs/app.db'
        'sqlite:///:memory:'              || 'sqlite:///:memory:'
        'sqlite://'                       || 'sqlite://'
        'postgresql://db/app'             || 'postgresql://db/app'
    }
}
