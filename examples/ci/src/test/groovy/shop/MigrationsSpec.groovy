package shop

import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

@MigrationTest(database = Database.SQLITE)
class MigrationsSpec extends RoundTripSpec {
}
