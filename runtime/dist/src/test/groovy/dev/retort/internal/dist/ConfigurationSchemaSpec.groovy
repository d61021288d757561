package dev.retort.internal.dist

import com.networknt.schema.InputFormat
import com.networknt.schema.JsonSchemaFactory
import com.networknt.schema.SpecVersion
import dev.retort.internal.cli.Main
import dev.retort.internal.configuration.ConfigurationSchema
import java.nio.file.Path
import org.tomlj.Toml
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Files that the program reads are valid to an editor, and what it refuses is marked there. */
class ConfigurationSchemaSpec extends Specification {

    @TempDir
    Path folder

    @Shared
    def schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(ConfigurationSchema.text())

    def "an editor and the program are of one mind about #text"() {
        given:
        folder.resolve('retort.toml').toFile().text = text

        expect:
        schema.validate(Toml.parse(text).toJson(), InputFormat.JSON).empty == valid
        (config() == 0) == valid

        where:
        text                                           || valid
        ''                                             || true
        'url = "sqlite:///x.db"'                       || true
        'url = ""'                                     || false
        'url = 5'                                      || false
        'ulr = "sqlite:///x.db"'                       || false
        'migrations = ["one", "two"]'                  || true
        'migrations = []'                              || false
        'lock_timeout = "5m"'                          || true
        'lock_timeout = "5 minutes"'                   || false
        'lock_timeout = 5'                             || false
        'ddl_lock_tries = 10'                          || true
        'ddl_lock_tries = 0'                           || false
        'script_depth = 5'                             || false
        'strict = true'                                || true
        'strict = "yes"'                               || false
        'sandbox = "process"'                          || true
        'sandbox = "jail"'                             || false
        '[naming]\nix = "ix_%(table_name)s"'           || true
        '[naming]\nindex = "ix"'                       || false
        '[jpa]\nclasspath = ["a", "b"]'                || true
        'default_env = "dev"\n[env.dev]\nstrict=true'  || true
        'default_env = "dev"\n[env.dev]\nstrikt=true'  || false
        'user = "${HOME}"\nwait = "${WAIT}"'           || true
    }

    def "what init writes is valid: #template"() {
        when:
        assert run('init', '-t', template) == 0

        then:
        schema.validate(Toml.parse(folder.resolve('retort.toml').toFile().text).toJson(), InputFormat.JSON).empty

        where:
        template << ['generic', 'environments']
    }

    private int config() {
        run('config')
    }

    private int run(String... arguments) {
        def nowhere = new PrintStream(OutputStream.nullOutputStream())
        Main.run(arguments, nowhere, nowhere, [HOME: '/nowhere', WAIT: '1s'], folder)
    }
}
