package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.testkit.Database;
import dev.retort.testkit.Migrated;
import dev.retort.testkit.MigratedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Tests of the application, each with a database of its own. */
class ProjectsTest {

    @Test
    void projectsHaveAPriority(@Migrated(database = Database.SQLITE) DataSource database) throws SQLException {
        insert(database);
        assertEquals("medium", priority(database));
    }

    @Test
    void thoseThatWereThereGetOne(@Migrated(to = "4f1c", database = Database.POSTGRESQL) MigratedDatabase database)
            throws SQLException {
        insert(database.dataSource());
        database.upgradeTo("5a1c");
        assertEquals("medium", priority(database.dataSource()));
    }

    private static void insert(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO projects (id, name) VALUES (1, 'Shed')");
        }
    }

    private static String priority(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT priority FROM projects WHERE id = 1")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
