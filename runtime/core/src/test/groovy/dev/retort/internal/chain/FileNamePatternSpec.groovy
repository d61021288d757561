package dev.retort.internal.chain

import dev.retort.RetortException
import java.time.ZonedDateTime
import spock.lang.Specification

class FileNamePatternSpec extends Specification {

    static final CREATED = ZonedDateTime.parse('2026-01-05T09:07:03+01:00')

    def "#pattern names a file #name"() {
        expect:
        new FileNamePattern(pattern, 40).name('ab12', 'Add priority to projects', CREATED) == name

        where:
        pattern                                                     | name
        '%(rev)s_%(slug)s'                                          | 'ab12_add_priority_to_projects'
        '%(year)d%(month).2d%(day).2d_%(hour).2d%(minute).2d_%(rev)s' | '20260105_0907_ab12'
        '%%(year)d%%(month).2d%%(day).2d_%%(rev)s_%%(slug)s'        | '20260105_ab12_add_priority_to_projects'
        '%(epoch)s-%(rev)s-%(second).2d'                            | '1767600423-ab12-03'
        'V%(slug)s'                                                 | 'Vadd_priority_to_projects'
    }

    def "the slug of \"#message\" cut at #length is \"#slug\""() {
        expect:
        new FileNamePattern(FileNamePattern.DEFAULT, length).slug(message) == slug

        where:
        message                          | length | slug
        'Add User Table'                 | 40     | 'add_user_table'
        'fix: drop "x"; -- really?'      | 40     | 'fix_drop_x_really'
        'Größe ändern'                   | 40     | 'größe_ändern'
        'one two three four'             | 11     | 'one_two'
        'incomprehensibilities'          | 8      | 'incompre'
        ''                               | 40     | ''
    }

    def "without a message nothing follows the id"() {
        expect:
        new FileNamePattern(FileNamePattern.DEFAULT, 40).name('ab12', '', CREATED) == 'ab12'
    }

    def "the pattern #pattern is refused: #sentence"() {
        when:
        new FileNamePattern(pattern, 40)

        then:
        def refused = thrown(RetortException)
        refused.kind() == RetortException.Kind.USAGE
        refused.message == sentence

        where:
        pattern            | sentence
        '%(revv)s'         | 'The file name pattern has no token "%(revv)". Did you mean "rev"?'
        '%(rev)s_%(week)d' | 'The file name pattern has no token "%(week)". It knows day, epoch, hour, minute, month, rev, second, slug, year.'
        '%(year)d'         | 'The file name pattern "%(year)d" names every file alike. Put %(rev)s or %(slug)s into it.'
        'a/%(rev)s'        | 'The file name pattern "a/%(rev)s" holds a folder; name only the file.'
    }
}
