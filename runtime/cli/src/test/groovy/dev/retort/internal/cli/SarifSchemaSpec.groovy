package dev.retort.internal.cli

import com.networknt.schema.InputFormat
import com.networknt.schema.JsonSchemaFactory
import com.networknt.schema.SpecVersion
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What lint prints as SARIF is what the schema of SARIF 2.1.0 asks for. */
class SarifSchemaSpec extends Specification {

    @TempDir
    Path folder

    @Shared
    def schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(SarifSchemaSpec.getResource('/schema/sarif-schema-2.1.0.json').text)

    private String sarif(String upgrade) {
        def migrations = Files.createDirectory(folder.resolve('migrations'))
        Files.writeString(migrations.resolve('a1.groovy'), "revision 'a1'\nmessage 'Create orders'\n\nchange {\n" +
                "    createTable('orders') {\n        column 'id', bigint, primaryKey: true\n        column 'state', text\n    }\n}\n")
        Files.writeString(migrations.resolve('b2.groovy'), "revision 'b2'\ndownRevision 'a1'\nmessage 'Do it'\n\nupgrade {\n    $upgrade\n}\n\nirreversible 'an example'\n")
        def out = new ByteArrayOutputStream()
        Main.run(['lint', '--all', '--format', 'sarif', '--url', 'postgresql://localhost:1/nowhere'] as String[],
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(new ByteArrayOutputStream()), [:], folder)
        out.toString(StandardCharsets.UTF_8)
    }

    def "it is valid where #what"() {
        when:
        def text = sarif(upgrade)

        then:
        text.contains('"ruleId"') == found
        schema.validate(text, InputFormat.JSON).empty

        where:
        what                         | upgrade                                                   || found
        'a statement locks a table'  | "createIndex 'ix', 'orders', ['state']"                   || true
        'a statement fails'          | "addColumn 'orders', 'code', text, nullable: false"       || true
        'a finding is of the header' | "dropColumn 'orders', 'state'\n    dropTable 'orders'"    || true
        'nothing is found'           | "createTable('kinds') { column 'id', bigint, primaryKey: true }" || false
    }

    def "the schema refuses what is none"() {
        expect:
        !schema.validate('{"version": "2.1.0", "runs": [{"results": [{"ruleId": 5}]}]}', InputFormat.JSON).empty
    }
}
