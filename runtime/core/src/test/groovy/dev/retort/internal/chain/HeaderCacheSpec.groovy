package dev.retort.internal.chain

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir

class HeaderCacheSpec extends Specification {

    static final Instant LONG_AGO = Instant.parse('2026-01-02T03:04:05Z')

    @TempDir
    Path home

    Path folder
    Path cache

    def setup() {
        folder = Files.createDirectory(home.resolve('migrations'))
        cache = home.resolve('cache/headers')
        (1..60).each { script("r$it", it == 1 ? '' : "downRevision 'r${it - 1}'\n") }
    }

    def 'gives the headers that reading gives, each with its place'() {
        given:
        script('r61', '''downRevision 'r60'
            |branchLabels 'a', 'ü'
            |dependsOn 'r3'
            |message 'Of "all" \\'kinds\\''
            |description \'\'\'two
            |lines\'\'\'
            |ddlLockTimeout '5s'
            |statementTimeout '2m'
            |'''.stripMargin(), "upgrade('why') { }\nirreversible 'no way'\n")

        expect:
        headers(read()) == headers(plain())
        entries().size() == 1
        headers(read()) == headers(plain())
        read().files().every { it.checksum() == plain().file(it.header().revision()).checksum() }
    }

    def 'does not read a script again that is known'() {
        given:
        read()
        def untouched = folder.resolve('r7.groovy')
        def text = Files.readString(untouched)

        when: 'it says something else at the same size and time, which nobody can notice'
        Files.writeString(untouched, text.replace("'r7'", "'x7'"))
        age(untouched)

        then:
        read().graph().contains('r7')
    }

    def 'reads a script again that has another #what'() {
        given:
        read()
        def file = folder.resolve('r60.groovy')
        def text = Files.readString(file).replace("'r60'", "'x60'")

        when:
        change(file, text)

        then:
        read().graph().heads()*.id() == ['x60']
        read().graph().heads()*.id() == ['x60']

        where:
        what   | change
        'time' | { Path path, String now -> Files.writeString(path, now) }
        'size' | { Path path, String now -> Files.writeString(path, now + '\n'); age(path) }
        'file' | { Path path, String now ->
            Path other = path.resolveSibling('other.part')
            Files.writeString(other, now)
            age(other)
            Files.move(other, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING)
        }
    }

    def 'does not keep a script that was changed a moment ago'() {
        given:
        Files.setLastModifiedTime(folder.resolve('r60.groovy'), FileTime.from(Instant.now()))
        read()
        def time = Files.getLastModifiedTime(folder.resolve('r60.groovy'))

        when:
        def text = Files.readString(folder.resolve('r60.groovy'))
        Files.writeString(folder.resolve('r60.groovy'), text.replace("'r60'", "'x60'"))
        Files.setLastModifiedTime(folder.resolve('r60.groovy'), time)

        then:
        read().graph().heads()*.id() == ['x60']
    }

    def 'knows scripts that are added and forgets those that are removed'() {
        given:
        read()

        when:
        script('r61', "downRevision 'r60'\n")

        then:
        read().graph().heads()*.id() == ['r61']

        when:
        Files.delete(folder.resolve('r61.groovy'))

        then:
        read().graph().heads()*.id() == ['r60']
    }

    def 'names the file as the reader would'() {
        given:
        read()

        expect:
        Chain.read([folder], folder, HeaderCache.in(cache)).file('r7').file() == 'r7.groovy'
        read().file('r7').header().entries()*.location()*.toString()[0] == 'migrations/r7.groovy:1:1'
    }

    def 'takes no part of a file of the cache that is #what'() {
        given:
        read()
        def file = entries()[0]
        def bytes = Files.readAllBytes(file)

        when:
        Files.write(file, damage(bytes) as byte[])

        then:
        headers(read()) == headers(plain())

        where:
        what        | damage
        'empty'     | { byte[] whole -> new byte[0] }
        'cut'       | { byte[] whole -> Arrays.copyOf(whole, whole.length - 100) }
        'corrupted' | { byte[] whole -> whole[whole.length >> 1] ^= 1; whole }
    }

    def 'works without a place to keep anything'() {
        given:
        Files.writeString(home.resolve('cache'), 'a file')

        expect:
        headers(read()) == headers(plain())
    }

    def 'is for its owner alone'() {
        when:
        read()

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)) == 'rwx------'
    }

    def 'keeps nothing of a chain that is read as quickly'() {
        given:
        (11..60).each { Files.delete(folder.resolve("r${it}.groovy")) }

        when:
        read()

        then:
        !Files.exists(cache)
    }

    private Chain read() {
        Chain.read([folder], home, HeaderCache.of(cache, 'this build'))
    }

    private Chain plain() {
        Chain.read([folder], home)
    }

    private static Map<String, Object> headers(Chain chain) {
        chain.files().collectEntries { [it.file(), it.header()] }
    }

    private List<Path> entries() {
        Files.list(cache).withCloseable { it.toList() }
    }

    private void script(String id, String header, String blocks = 'upgrade { }\ndowngrade { }\n') {
        Path file = folder.resolve("${id}.groovy")
        Files.writeString(file, "revision '$id'\n$header\n$blocks")
        age(file)
    }

    private static void age(Path file) {
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO))
    }
}
