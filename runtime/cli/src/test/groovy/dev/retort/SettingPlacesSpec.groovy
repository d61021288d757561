package dev.retort

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import dev.retort.internal.configuration.Setting
import dev.retort.internal.settings.Settings
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** A setting is named where it is said, where it is handed on and where it is used, and nowhere between. */
class SettingPlacesSpec extends Specification {

    static final Path HOME = Path.of('../..')

    static final int MOST_FILES = 5

    /**
     * A dialect knows no setting of Retort's. In its folder {@code lockTimeout} and {@code statementTimeout} are parameters
     * of the database itself, PostgreSQL's {@code lock_timeout} and {@code statement_timeout}.
     */
    static final String DIALECTS = '/dialect/'

    /** What a command compares with, and how, is said to the comparison and not to the engine. */
    static final List<String> OF_COMMANDS = ['target', 'autogenerate.include', 'autogenerate.exclude', 'verify.rows', 'verify.except',
                                             'verify.heads', 'verify.fixtures', 'verify.embedded']

    /** What a description of the schema is read with; the builder takes all of it by one method. */
    static final String OF_MODEL = 'jpa.'

    /** What is looked for in scripts; the builder takes all of it by one method. */
    static final String OF_LINT = 'lint.'

    @Shared
    Map<Path, Set<String>> words = sources().collectEntries { file ->
        [HOME.relativize(file), (Files.readString(file) =~ /\w+/).collect { it as String } as Set]
    }

    @Shared
    JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption { !it.contains('/benchmark') && !it.contains('-tests.jar') }.importPackages('dev.retort')

    def "#name is a word of few files"() {
        expect: 'the builder, the table of the command line, its option, what keeps it, and who needs it'
        words.findAll { file, words -> name in words }.keySet().size() <= MOST_FILES

        where: 'a name of one word is a word of ordinary sentences as well, and is not found by reading'
        name << names().findAll { it =~ /[A-Z]/ }
    }

    def "the method #name of the builder, and what it sets, are called by few classes"() {
        given:
        def doors = [RetortBuilder, Settings].collect { classes.get(it) }

        when:
        def callers = doors.collectMany { door -> door.codeUnits.findAll { it.name == name }.collectMany { it.callsOfSelf } }
                .collect { it.originOwner.name.replaceFirst(/\$.*/, '') }.unique() - doors*.name

        then: 'one file is the builder itself'
        callers.size() < MOST_FILES

        where:
        // What messages name a file relative to is asked wherever a file is named.
        name << names() - 'home'
    }

    def "every setting has the name of a method of the builder, or is one of those that a person says otherwise"() {
        expect:
        Setting.values().findAll { !it.key().startsWith('naming.') && !it.key().startsWith(OF_MODEL) && !it.key().startsWith(OF_LINT) }.collect { camel(it) } - builderMethods() ==
                ['passwordCommand', 'wait', 'sandbox'] + OF_COMMANDS
    }

    private static List<String> names() {
        (builderMethods() + Setting.values().findAll { !it.key().contains('.') }.collect { camel(it) }).unique()
    }

    private static List<String> builderMethods() {
        RetortBuilder.declaredMethods.findAll { Modifier.isPublic(it.modifiers) && it.returnType == RetortBuilder }*.name.unique().toSorted()
    }

    private static String camel(Setting setting) {
        setting.key().replaceAll(/_(\w)/) { all, letter -> letter.toUpperCase() }
    }

    private static List<Path> sources() {
        ['dsl', 'runtime/core', 'runtime/jpa', 'runtime/cli'].collectMany { module ->
            Files.walk(HOME.resolve("$module/src/main/java")).withCloseable { all ->
                all.filter { it.toString().endsWith('.java') && !it.toString().contains(DIALECTS) }.toList()
            }
        }
    }
}
