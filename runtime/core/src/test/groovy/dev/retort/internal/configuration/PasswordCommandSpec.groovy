package dev.retort.internal.configuration

import dev.retort.RetortException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PasswordCommandSpec extends Specification {

    @TempDir
    Path folder

    def "the password is what #command prints, without the white space around it"() {
        given:
        Files.writeString(folder.resolve('token'), '\n to ken\n\n')

        expect:
        new PasswordCommand(command, folder).get() == password

        where:
        command                       || password
        'echo s3cret'                 || 's3cret'
        'cat token'                   || 'to ken'
        'printf %s "$(cat token)"'    || 'to ken'
        'echo noise >&2; echo s3cret' || 's3cret'
        'cat; echo s3cret'            || 's3cret'
    }

    def "a command that #how leaves no password, and is not repeated"() {
        when:
        new PasswordCommand(command, folder).get()

        then:
        def e = thrown(RetortException)
        e.kind() == RetortException.Kind.UNREACHABLE
        e.message == "The command of \"password_command\" $how, so that there is no password." +
                ' Type it in a shell, and correct it; it must print the password and nothing else.'

        where:
        command                 || how
        'echo s3cret; exit 3'   || 'ended with exit code 3'
        'no-such-command-s3cret 2>/dev/null' || 'ended with exit code 127'
        'echo; echo " "'        || 'printed nothing'
        'echo s3cret; echo x'   || 'printed several lines'
    }
}
