package dev.retort.internal.configuration

import java.nio.file.Path
import spock.lang.Specification

class CacheFolderSpec extends Specification {

    def "with #variables it is #folder"() {
        expect:
        CacheFolder.of(variables).map(Path::toString).orElse('none') == folder

        where:
        variables                                                         || folder
        [:]                                                               || 'none'
        [HOME: '/home/ann']                                               || '/home/ann/.cache/retort'
        [HOME: '/home/ann', XDG_CACHE_HOME: '/var/cache/ann']             || '/var/cache/ann/retort'
        [HOME: '/home/ann', XDG_CACHE_HOME: 'relative']                   || '/home/ann/.cache/retort'
        [HOME: '/home/ann', RETORT_CACHE: '/tmp/x', XDG_CACHE_HOME: '/y'] || '/tmp/x'
        [HOME: '/home/ann', RETORT_CACHE: 'off']                          || 'none'
        [HOME: '/home/ann', RETORT_CACHE: '']                             || '/home/ann/.cache/retort'
        [HOME: '/home/a\u0000nn']                                         || 'none'
    }
}
