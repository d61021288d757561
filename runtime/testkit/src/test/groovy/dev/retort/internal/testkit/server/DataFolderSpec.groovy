package dev.retort.internal.testkit.server

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DataFolderSpec extends Specification {

    @TempDir
    Path place

    def "what a process has left is removed by the next, and nothing that is in use or somebody else's"() {
        given:
        def used = DataFolder.in(place)
        Files.createDirectories(used)
        def left = Files.createDirectories(place.resolve('retort-postgres-1/data/base'))
        Files.writeString(left.resolve('1259'), 'x')
        Files.createFile(place.resolve('retort-postgres-1/in-use'))
        def others = Files.createDirectories(place.resolve('retort-postgres-2/data'))

        when:
        def folder = DataFolder.in(place)

        then:
        !Files.exists(place.resolve('retort-postgres-1'))
        Files.exists(used)
        Files.exists(others)
        folder.parent != used.parent
        !Files.exists(folder)
    }
}
