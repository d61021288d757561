package dev.retort

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.domain.JavaModifier
import com.tngtech.archunit.core.domain.JavaType
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.syntax.elements.ClassesShould
import com.tngtech.archunit.library.dependencies.SliceAssignment
import com.tngtech.archunit.library.dependencies.SliceIdentifier
import org.objectweb.asm.ClassReader
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

/** The rooms of the house, and which of them may know which. */
class ArchitectureSpec extends Specification {

    /** What applications begin with; all else of the public interface is what these are given and return. */
    static final List<Class<?>> DOORS = [Retort, RetortBuilder, RetortException, GraphException]

    /** The two that put the engine together: they know its rooms, and the rooms know the values beside them. */
    static final Set<String> FACADE = [Retort.name, RetortBuilder.name, SchemaSnapshot.name, SchemaDifference.name, Verification.name,
                                             ScratchDatabase.name, DatabaseTemplate.name] as Set

    /** So many classes may form a circle. */
    static final int LARGEST_CIRCLE = 3

    /** As the JVM marks a text among the constants of a class. */
    static final int STRING = 8

    static final DATABASE = ~/(?i)postgres|sqlite|\bpsql\b|\bpg_/

    /** Each with what it needs the name for. */
    static final Map<String, String> MAY_NAME_DATABASES = [
            'dev.retort.internal.ddl.ColumnDefinition'      : 'one grammar reads the clauses of all databases',
            'dev.retort.internal.ddl.SettingReader'         : 'likewise',
            'dev.retort.internal.ddl.QueryReader'           : 'likewise',
            'dev.retort.internal.ddl.postgres.TypeNames'    : 'it is in the folder of its own grammar',
            'dev.retort.internal.schema.ArgumentTypes'      : 'signatures are spelled as one server spells them',
            'dev.retort.internal.lint.rule.TypeRules'       : 'the catalog of its server may be in front of a type',
            'dev.retort.internal.configuration.Setting'        : 'the database of who has configured none is a file beside the project',
            'dev.retort.internal.configuration.DatabaseFile'   : 'that file is in the folder of the configuration, before any dialect is asked',
            'dev.retort.internal.configuration.SecretSettings' : 'in the URL of a file there is no user whose password would be hidden',
            'dev.retort.internal.cli.ExplainCommand'        : 'the contents of a manual, one page of which is about roles',
            'dev.retort.internal.cli.PageAddress'           : 'likewise, where that page is',
            'dev.retort.internal.cli.EmbeddedServer'        : 'the server of one database that comes as a library',
            'dev.retort.internal.cli.EmbeddedLibraries'     : 'likewise',
            'dev.retort.internal.cli.VerifyCommand'         : 'its option says which server it starts',
            'dev.retort.internal.cli.Template'              : 'an example of a configuration, named by what it is about',
            'dev.retort.internal.cli.TrainingRun'           : 'makes ready what the usual commands load, drivers among it',
            'dev.retort.internal.cli.TrainingServer'        : 'likewise, in the words of its protocol',
            'dev.retort.internal.dialect.ClientVariables'   : 'where systems keep the sockets of a server',
            'dev.retort.internal.script.NameCut'            : 'a convention of names is called after whose names they are',
            'dev.retort.internal.sandbox.OtherTools'        : 'what scripts of other tools are full of',
    ]

    @Shared
    JavaClasses all = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // Written into a folder of its own, and in no jar: what generates the verbs in the build.
            // The test kit is nothing that the command line has on its class path.
            .withImportOption { !it.contains('/testkit/') && !it.contains('retort-testkit') }
            .withImportOption { !it.contains('-tests.jar') && !it.contains('/benchmark') && !it.contains('/verb/generator/') }
            .importPackages('dev.retort')

    def "the public interface is what its doors lead to, and nothing of the inside leaks through it"() {
        given:
        def reached = reachedFrom(DOORS.collect { all.get(it) })

        expect: 'a signature that names an internal type would make it public for good'
        reached.findAll { it.packageName != 'dev.retort' }.collect { it.name }.empty

        and: 'nothing lies beside the interface that no door leads to'
        def interfaces = all.findAll { it.packageName == 'dev.retort' && isTopLevel(it) && it.simpleName != 'package-info' }
        interfaces.collect { it.simpleName }.toSorted() == reached.findAll { isTopLevel(it) }.collect { it.simpleName }.toSorted()

        and: 'all else is below one package'
        all.every { it.packageName == 'dev.retort' || it.packageName.startsWith('dev.retort.internal.') }
    }

    def "no class has the name of another, but for those that the dialects have each"() {
        given:
        def named = all.findAll { isTopLevel(it) && it.simpleName != 'package-info' && !isOfADialect(it) }.groupBy { it.simpleName }

        when:
        def twice = named.findAll { name, types -> types.size() > 1 }.values()*.name

        then:
        twice.empty
    }

    def "no room knows, by whatever detour, a room that knows it"() {
        expect:
        all.size() > 100
        slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles().check(all)
    }

    def "no more than a few classes form a circle"() {
        given: 'without the operations and the objects of a schema, which are sealed vocabularies, each with a visitor'
        def arrows = arrows().findAll { from, to ->
            !from.startsWith('dev.retort.internal.operation.') && !from.startsWith('dev.retort.internal.schema.')
        }

        when:
        def large = circles(arrows).findAll { it.size() > LARGEST_CIRCLE }

        then:
        large.empty
    }

    def "#room knows nobody but #friends"() {
        expect:
        def allowed = ["dev.retort.internal.$room..", 'java..', 'org.jspecify..'] +
                friends.collect { it == 'API' ? 'dev.retort' : "dev.retort.internal.$it.." }
        classes().that().resideInAPackage("dev.retort.internal.$room..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(allowed as String[])
                .check(all)

        where:
        room        | friends
        'error'     | ['API']
        'schema'    | []
        'operation' | ['schema']
        'header'    | ['error', 'API']
        'names'     | []
        'graph'     | ['error', 'names', 'API']
        'sql'       | ['error', 'API']
        'fold'      | ['error', 'ddl', 'schema', 'operation', 'script', 'sql', 'API']
    }

    def "only the command line prints"() {
        expect:
        noClasses().that().resideOutsideOfPackage('dev.retort.internal.cli..')
                // The streams of the scripts' own process are its pipe.
                .and().doNotHaveFullyQualifiedName('dev.retort.internal.sandbox.process.ScriptChild')
                .should().accessField(System, 'out').orShould().accessField(System, 'err')
                .orShould().callMethod(Throwable, 'printStackTrace')
                .check(all)
    }

    def "no dialect is asked for its type outside its own folder"() {
        expect: 'not even by the class that has the list of them'
        (noClasses().that().resideOutsideOfPackages('dev.retort.internal.dialect.postgres..', 'dev.retort.internal.dialect.sqlite..')
                .should() as ClassesShould)
                .dependOnClassesThat().resideInAnyPackage('dev.retort.internal.dialect.postgres..', 'dev.retort.internal.dialect.sqlite..')
                .check(all)
    }

    def "no class outside a dialect's folder names a database"() {
        when:
        def naming = all.findAll { !isOfADialect(it) && texts(it).any { it =~ DATABASE } }.collect { top(it) }.toSet()

        then: 'those that do have a reason'
        naming - MAY_NAME_DATABASES.keySet() == [] as Set

        and: 'and none is listed for nothing'
        MAY_NAME_DATABASES.keySet() - naming == [] as Set
    }

    def "the engine knows nothing of the command line"() {
        expect:
        noClasses().that().resideOutsideOfPackage('dev.retort.internal.cli..')
                .should().dependOnClassesThat().resideInAPackage('dev.retort.internal.cli..')
                .check(all)
    }

    /** The texts in its code; what annotations say, as the help of commands, is not among them. */
    private static List<String> texts(JavaClass type) {
        def bytes = type.source.get().uri.toURL().openStream().withCloseable { it.readAllBytes() }
        def reader = new ClassReader(bytes)
        char[] buffer = new char[reader.maxStringLength]
        (1..<reader.itemCount).findAll { reader.getItem(it) > 0 && reader.readByte(reader.getItem(it) - 1) == STRING }
                .collect { reader.readUTF8(reader.getItem(it), buffer) }
    }

    private static boolean isTopLevel(JavaClass type) {
        !type.enclosingClass.present && !type.name.contains('$')
    }

    private static boolean isOfADialect(JavaClass type) {
        type.packageName.startsWith('dev.retort.internal.dialect.')
    }

    /** The types of ours in what applications can call, from these on. */
    private Set<JavaClass> reachedFrom(Collection<JavaClass> doors) {
        def reached = new LinkedHashSet<JavaClass>()
        def open = new ArrayDeque<JavaClass>(doors)
        while (open) {
            def type = open.pop()
            if (type.name.startsWith('dev.retort') && reached.add(type)) {
                open.addAll(namedBy(type))
                open.addAll(all.findAll { it.name.startsWith(type.name + '$') && isCallable(it.modifiers) })
            }
        }
        reached
    }

    private static Set<JavaClass> namedBy(JavaClass type) {
        def named = new LinkedHashSet<JavaType>()
        type.superclass.ifPresent { named << it }
        named.addAll(type.interfaces)
        type.fields.findAll { isCallable(it.modifiers) }.each { named << it.type }
        type.codeUnits.findAll { isCallable(it.modifiers) }.each {
            named << it.returnType
            named.addAll(it.parameterTypes)
            named.addAll(it.throwsClause.types)
        }
        named.collectMany { it.allInvolvedRawTypes }.collect { it.baseComponentType } as Set
    }

    private static boolean isCallable(Set<JavaModifier> modifiers) {
        modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED)
    }

    private static String top(JavaClass type) {
        type.baseComponentType.name.replaceFirst(/\$.*/, '')
    }

    private Set<List<String>> arrows() {
        all.collectMany { type ->
            type.directDependenciesFromSelf.collect { [top(it.originClass), top(it.targetClass)] }
        }.findAll { from, to -> from != to && to.startsWith('dev.retort') && !FACADE.contains(from) }.toSet()
    }

    /** The strongly connected parts of a graph, by who reaches whom. */
    private static Set<Set<String>> circles(Collection<List<String>> arrows) {
        Map<String, Set<String>> next = arrows.groupBy { it[0] }.collectEntries { from, all -> [from, all.collect { it[1] } as Set] }
        Map<String, Set<String>> reaches = next.keySet().collectEntries { [it, reachable(it, next)] }
        reaches.collect { type, reached -> reached.findAll { reaches[it]?.contains(type) } as Set<String> }
                .findAll { it.size() > 1 }.toSet()
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> next) {
        def seen = new HashSet<String>()
        def open = new ArrayDeque<String>(next[from])
        while (open) {
            def type = open.pop()
            if (seen.add(type)) {
                open.addAll(next[type] ?: [])
            }
        }
        seen
    }

    /** Each package by itself, and the facade apart from the values that lie beside it. */
    private static class PackageSlices implements SliceAssignment {

        @Override
        SliceIdentifier getIdentifierOf(JavaClass type) {
            FACADE.contains(top(type)) ? SliceIdentifier.of('facade') : SliceIdentifier.of(type.packageName)
        }

        @Override
        String getDescription() {
            'the packages, and the facade apart'
        }
    }
}
