package dev.retort.testkit

import java.sql.Connection
import javax.sql.DataSource
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import spock.lang.Shared
import spock.lang.Specification

/** What users write, run by the specs and by nobody else. */
class Fixtures {

    @MigrationTest(migrations = 'src/test/resources/chains/good')
    static class Good {}

    @MigrationTest(migrations = 'src/test/resources/chains/forgetful', seed = 42L, rows = 2, from = '4f1c2a9d7b3e', except = 'sql')
    static class Forgetful {}

    @MigrationTest(migrations = 'src/test/resources/chains/good', database = [Database.SQLITE, Database.POSTGRESQL], except = ['again', 'sql'])
    static class Both {}

    @MigrationTest(migrations = 'src/test/resources/chains/nowhere')
    static class Nowhere {}

    @MigrationTest(migrations = 'src/test/resources/chains/forked', to = '4f1c2a9d7b3e', except = ['sql', 'again', 'base'])
    static class Forked {}

    @MigrationTest(migrations = 'src/test/resources/chains/forked', heads = ['5a1c2a9d7b3e', '6b1c2a9d7b3e'], to = '4f1c2a9d7b3e', except = ['sql', 'again', 'base'])
    static class ForkedOnPurpose {}

    static class Plain {}

    @MigrationTest(migrations = 'src/test/resources/chains/forgetful', seed = 42L, except = 'sql')
    static class ForgetfulSpecification extends RoundTripSpec {

        def "a feature of its own runs as well"() {
            expect:
            true
        }
    }

    @MigrationTest(migrations = 'src/test/resources/chains/nowhere')
    static class NowhereSpecification extends RoundTripSpec {}

    static class Jupiter {

        static final List<String> SEEN = []

        @Migrated(migrations = 'src/test/resources/chains/good')
        static DataSource shared

        @Migrated(migrations = 'src/test/resources/chains/good', to = '4f1c')
        MigratedDatabase own

        @Test
        void one(@Migrated(migrations = 'src/test/resources/chains/good') Connection connection) {
            use(connection)
        }

        @Test
        void two(@Migrated(migrations = 'src/test/resources/chains/good') Connection connection) {
            use(connection)
        }

        @Nested
        class Within {

            @Test
            void three() {
                assert own.retort().rows() == ['4f1c2a9d7b3e'] as SortedSet
                SEEN << own.url()
            }
        }

        private void use(Connection connection) {
            insert(connection, 1)
            own.dataSource().connection.withCloseable { insert(it, 1) }
            own.upgradeTo('head')
            SEEN << own.url()
            shared.connection.withCloseable { insert(it, SEEN.size()) }
        }
    }

    static class Mistaken {

        @Test
        void one(@Migrated(migrations = 'src/test/resources/chains/good') String text) {}

        @Test
        void two(@Migrated(migrations = 'src/test/resources/chains/good', database = [Database.SQLITE, Database.SQLITE]) Connection connection) {}
    }

    static class WithFields extends Specification {

        static final List<String> SEEN = []

        @Shared
        @Migrated(migrations = 'src/test/resources/chains/good')
        DataSource shared

        @Migrated(migrations = 'src/test/resources/chains/good')
        Connection connection

        @Migrated(migrations = 'src/test/resources/chains/good', to = '4f1c')
        MigratedDatabase own

        def "each iteration has its own: #i"() {
            when:
            insert(connection, 1)
            shared.connection.withCloseable { insert(it, i) }
            own.upgradeTo('+1')
            SEEN << own.url()

            then:
            own.retort().rows() == ['5a1c2a9d7b3e'] as SortedSet

            where:
            i << [1, 2]
        }
    }

    static void insert(Connection connection, int id) {
        assert connection.createStatement().executeUpdate("INSERT INTO projects (id, name) VALUES ($id, 'x')") == 1
    }
}
