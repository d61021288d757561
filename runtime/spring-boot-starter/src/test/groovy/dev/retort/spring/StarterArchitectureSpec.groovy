package dev.retort.spring

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/** The starter is a client of the engine like any other, and so can be written by anybody. */
class StarterArchitectureSpec extends Specification {

    @Shared
    JavaClasses starter = new ClassFileImporter().importPath(Path.of('target/classes'))

    def 'the starter knows the public interface of the engine, and nothing of its inside'() {
        expect:
        starter.size() > 15
        starter.collectMany { it.directDependenciesFromSelf }*.targetClass*.packageName.unique()
                .findAll { it.startsWith('dev.retort') && !(it in ['dev.retort', 'dev.retort.spring', 'dev.retort.internal.spring']) } == []
    }

    def 'what applications see of it names nothing internal'() {
        expect:
        noClasses().that().resideInAPackage('dev.retort.spring').should().dependOnClassesThat().resideInAPackage('dev.retort.internal..').check(starter)
    }
}
