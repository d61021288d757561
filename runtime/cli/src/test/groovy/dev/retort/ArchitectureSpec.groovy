package dev.retort

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

/** The rooms of the house, and which of them may know which. */
class ArchitectureSpec extends Specification {

    @Shared
    JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption { !it.contains('-tests.jar') }
            .importPackages('dev.retort')

    def "no room knows, by whatever detour, a room that knows it"() {
        expect:
        all.size() > 100
        slices().matching('dev.retort.(*)..').should().beFreeOfCycles().check(all)
    }

    def "#room knows nobody but #friends"() {
        expect:
        classes().that().resideInAPackage("dev.retort.$room..")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage((["dev.retort.$room..", 'java..', 'org.jspecify..'] + friends.collect { "dev.retort.$it.." }) as String[])
                .check(all)

        where:
        room        | friends
        'error'     | []
        'schema'    | []
        'operation' | ['schema']
        'header'    | ['error']
        'graph'     | ['error']
        'sql'       | ['error']
    }

    def "only the command line prints"() {
        expect:
        noClasses().that().resideOutsideOfPackage('dev.retort.cli..')
                // The streams of the scripts' own process are its pipe.
                .and().doNotHaveFullyQualifiedName('dev.retort.sandbox.process.ScriptChild')
                .should().accessField(System, 'out').orShould().accessField(System, 'err')
                .orShould().callMethod(Throwable, 'printStackTrace')
                .check(all)
    }

    def "no dialect is asked for its type outside its own folder"() {
        expect:
        noClasses().that().resideOutsideOfPackages('dev.retort.dialect..')
                .should().dependOnClassesThat().resideInAnyPackage('dev.retort.dialect.postgres..', 'dev.retort.dialect.sqlite..')
                .check(all)
    }

    def "the engine knows nothing of the command line"() {
        expect:
        noClasses().that().resideOutsideOfPackage('dev.retort.cli..')
                .should().dependOnClassesThat().resideInAPackage('dev.retort.cli..')
                .check(all)
    }
}
