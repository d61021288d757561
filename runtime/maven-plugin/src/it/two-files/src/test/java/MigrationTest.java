import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.Retort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    @Test
    void appliesWhatIsPendingOnce(@TempDir Path folder) throws Exception {
        Files.writeString(
                Files.createDirectory(folder.resolve("migrations")).resolve("a1.groovy"),
                "revision 'a1'\nmessage 'Users'\nchange { createTable('users') { column 'id', integer, primaryKey: true } }\n");
        Retort retort = Retort.configure()
                .migrations(folder.resolve("migrations"))
                .url("jdbc:sqlite:" + folder.resolve("app.db"))
                .build();
        retort.upgrade("head");
        assertEquals(List.of("a1"), List.copyOf(retort.applied()));
    }
}
