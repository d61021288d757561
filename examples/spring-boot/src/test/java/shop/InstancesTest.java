package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Several instances that start at once on a database that is empty, as after a deployment. */
class InstancesTest {

    @TempDir
    Path folder;

    @Test
    void oneMigratesAndAllServe() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String source = "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres");
            // The entities are compared with the tables: without migrations there is none.
            SpringApplication application = new SpringApplication(ShopApplication.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            Exception refused = assertThrows(Exception.class, () -> application.run(source, "--retort.mode=off"));
            assertTrue(refused.getMessage().contains("missing table [projects]"), refused.getMessage());

            List<Instance> instances = new ArrayList<>();
            try {
                for (int number = 1; number <= 3; number++) {
                    instances.add(Instance.start(folder.resolve(number + ".log"), source));
                }
                for (Instance instance : instances) {
                    assertEquals("[\"Shed, medium\",\"Garden, medium\"]", instance.get("/projects"));
                }
                assertEquals(1, count(instances, "-> 4f1c2a9d7b3e, Create projects"));
                assertEquals(1, count(instances, "-> 5a1c2a9d7b3e, Add priority"));
            } finally {
                instances.forEach(Instance::close);
            }
            assertEquals(2, recorded(server));
        }
    }

    private static long count(List<Instance> instances, String line) {
        return instances.stream().filter(instance -> instance.log().contains(line)).count();
    }

    private static int recorded(EmbeddedPostgres server) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM retort_history")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
