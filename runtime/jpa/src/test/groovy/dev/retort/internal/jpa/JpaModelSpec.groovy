package dev.retort.internal.jpa

import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.internal.dialect.Dialect
import dev.retort.internal.dialect.Dialects
import java.nio.file.Files
import java.nio.file.Path
import org.hibernate.Version
import spock.lang.Specification
import spock.lang.TempDir

class JpaModelSpec extends Specification {

    static final String URL = 'postgresql://nobody@nowhere.invalid/shop'

    @TempDir
    Path folder

    def "the specs run with the Hibernate that is meant"() {
        expect:
        System.getProperty('retort.hibernate') in [null, Version.versionString]
    }

    def "names that an author chose are kept, and those that Hibernate made of a hash are none"() {
        when:
        def script = script(classes: entities('shop'))

        then:
        script.contains("name: 'fk_book_writer'")
        script.contains("index 'title', 'isbn', name: 'ix_book_title', order: [title: 'DESC']")
        script.contains("unique 'isbn', name: 'uq_isbn_of_book'")
        script.contains("index 'publishedon'")
        !(script =~ /(?i)(fk|uk|idx)[0-9a-y]{20}/)
    }

    def "where Hibernate cannot add keys to a table, those that it leaves out are there all the same"() {
        when:
        def script = script(url: 'sqlite:///none.db', classes: entities('shop'))

        then:
        script.contains("foreignKey 'writer_id', references: 'Author.id', name: 'fk_book_writer', onDelete: 'CASCADE'")
        script.contains("unique 'title', 'publishedOn'")
        script.contains("unique 'isbn', name: 'uq_isbn_of_book'")
        script.contains("unique 'emailAddress'")
        script.count("unique 'isbn'") == 1
    }

    def "a name that the convention does not give is written"() {
        expect:
        new DdlSchema(dialect().folding()).of([
                'create table a (id bigint primary key, b bigint, c bigint, d bigint)',
                'alter table if exists a add constraint UK6dotkott2kjsp8vw4d0m25fb7 unique (b)',
                'alter table if exists a add constraint uk_a_c unique (c)',
                'alter table if exists a add constraint ukordercustomerreferencenumber unique (d)',
                'create index IDXaskx7oh7mu7m1vbwsqx4hm0ga on a (b)',
        ]).tables().toList()[0].with { it.constraints()*.name() + it.indexes()*.name() } ==
                [null, null, 'uk_a_c', 'ukordercustomerreferencenumber', '']
    }

    def "tables and columns are called as #naming says"() {
        when:
        def script = script(classes: entities('shop'), naming: [naming])

        then:
        tables(script).containsAll([table, join])
        script.contains("column '$column'")

        where: 'a join table of Spring Boot is called after the attribute'
        naming                                                                    | table        | join        | column
        'jpa'                                                                     | 'orderline'  | 'book_tag'  | 'penname'
        'spring'                                                                  | 'order_line' | 'book_tags' | 'pen_name'
        'org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy'    | 'order_line' | 'book_tag'  | 'pen_name'
        'org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl' | 'orderline'  | 'book_tag'  | 'dimensions_unit'
    }

    def "those names are used where Spring Boot is on the class path"() {
        given:
        def classes = entities('shop')
        def marker = Files.createDirectories(folder.resolve('boot/org/springframework/boot'))
        Files.write(marker.resolve('SpringApplication.class'), new byte[0])

        expect:
        script(classes: classes, classpath: Entities.libraries() + folder.resolve('boot').toString()).contains("createTable('book_tags')")
    }

    def "a persistence unit has the classes that it names, and with others where it does not exclude them"() {
        given:
        def classes = entities('shop', 'press')
        def file = Files.createDirectories(classes.resolve('META-INF')).resolve('persistence.xml')
        file.toFile().text = """
            |<persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
            |  <persistence-unit name="few">
            |    <jta-data-source>java:comp/DataSource</jta-data-source>
            |    <class>org.example.shop.Catalogue\$Lamp</class>
            |    <exclude-unlisted-classes/>
            |    <properties>
            |      <property name="hibernate.default_schema" value="lights"/>
            |      <property name="hibernate.hbm2ddl.auto" value="create"/>
            |      <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://nowhere.invalid/shop"/>
            |    </properties>
            |  </persistence-unit>
            |  <persistence-unit name="all"/>
            |</persistence>""".stripMargin()

        expect:
        tables(script(classes: classes, unit: ['few'])) == ['lights.lamp']
        tables(script(classes: classes, unit: ['all'])).containsAll(['lamp', 'orders', 'article', 'article_aud'])

        when:
        script(classes: classes, unit: ['al'])

        then:
        def e = thrown(RetortException)
        e.message == 'There is no persistence unit "al". Did you mean "all"?'
    }

    def "properties are Hibernate's own settings"() {
        expect:
        script(classes: entities('press'), properties: ['hibernate.default_schema=papers']).contains("createTable('papers.article')")
    }

    def "an application that has Hibernate reads its own entities, by its own class path"() {
        given:
        def retort = Retort.configure().url(URL).modelSetting('jpa', 'classes', [entities('press').toString()]).build()

        expect:
        tables(retort.modelSchema('jpa').script()).contains('article_aud')
    }

    def "#mistake is answered with a sentence"() {
        when:
        script(settings.call(this))

        then:
        def e = thrown(RetortException)
        e.message.replace(folder.toString(), 'HERE').startsWith(sentence)

        where:
        mistake                     | settings                                                                                  || sentence
        'no place'                  | { [:] }                                                                                   || 'Where the entities of JPA are is not set.'
        'a folder that is not there' | { [classes: it.folder.resolve('none')] }                                                 || 'The setting "jpa.classes" names HERE/none, and nothing is there.'
        'a pattern of nothing'      | { [classes: it.folder, classpath: [it.folder.resolve('*.jar').toString()]] }              || 'The setting "jpa.classpath" names HERE/*.jar, and nothing is there.'
        'no entity'                 | { [classes: it.folder] }                                                                  || 'There is no entity of JPA in HERE.'
        'no Hibernate'              | { [classes: it.entities('press'), classpath: [it.folder.toString()]] }                    || 'Hibernate is not on the class path of the entities.'
        'half of Hibernate'         | { [classes: it.entities('press'), classpath: without('jboss-logging')] }                  || 'The class org.jboss.logging.'
        'an unknown setting'        | { [classes: it.folder, clases: ['x']] }                                                   || 'JPA has no setting "clases". Did you mean "classes"?'
        'no unit'                   | { [classes: it.folder, unit: ['shop']] }                                                  || 'There is no META-INF/persistence.xml on the class path of the entities.'
        'an unknown naming'         | { [classes: it.entities('press'), naming: ['camel']] }                                    || 'The naming strategy camel is not on the class path of the entities, or cannot be created.'
        'a naming that is none'     | { [classes: it.entities('press'), naming: ['java.lang.Object']] }                         || 'java.lang.Object is no naming strategy of Hibernate\'s.'
        'half a property'           | { [classes: it.entities('press'), properties: ['hibernate.default_schema']] }             || 'The property "hibernate.default_schema" of Hibernate has no value.'
        'an entity without a key'   | { [classes: it.entities('broken')] }                                                      || "Hibernate refuses the entities: "
        'no dialect'                | { [url: 'sqlite:///x.db', classes: it.entities('press'), classpath: without('community')] } || 'Hibernate has no dialect for SQLite on the class path of the entities.'
    }

    def "a model that no library reads is named"() {
        when:
        Retort.configure().url(URL).build().modelSchema('jooq')

        then:
        def e = thrown(RetortException)
        e.message == 'No library on the class path reads the model "jooq". Add dev.retort:retort-jooq to the application.'
    }

    private static List<String> without(String library) {
        Entities.libraries().findAll { !it.contains(library) }
    }

    Path entities(String... packages) {
        Entities.classes(folder.resolve('classes'), packages as List)
    }

    private static Dialect dialect() {
        Dialects.ofUrl(URL).dialect()
    }

    private static List<String> tables(String script) {
        (script =~ /createTable\('([^']*)'/).collect { it[1] as String }
    }

    private String script(Map<String, Object> settings) {
        def builder = Retort.configure().url(settings.url ?: URL)
        def all = [classpath: Entities.libraries()] + settings.findAll { it.key != 'url' }
        all.each { key, values -> builder.modelSetting('jpa', key, (values instanceof List ? values : [values])*.toString()) }
        builder.build().modelSchema('jpa').script()
    }
}
