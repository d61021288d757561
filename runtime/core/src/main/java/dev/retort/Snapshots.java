package dev.retort;

import dev.retort.internal.connect.Connections;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.record.Tables;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.source.OperationWriter;
import java.util.Optional;
import java.util.Set;

/** Takes snapshots of what one configuration names. */
final class Snapshots {

    private final Settings settings;
    private final Connections connections;
    private final Dialect dialect;
    private final OperationWriter writer;

    Snapshots(Settings settings) {
        this.settings = settings;
        this.connections = settings.database();
        this.dialect = connections.dialect();
        this.writer = new OperationWriter(settings.scripts().naming());
    }

    SchemaSnapshot of(Schema folded) {
        return new SchemaSnapshot(folded, dialect, writer, Optional.empty());
    }

    SchemaSnapshot ofDatabase() {
        Tables tables = settings.tables();
        ReadScope scope = ReadScope.without(Set.of(
                tables.versions().place(),
                tables.history().place(),
                tables.progress().place()));
        Schema read =
                connections.reading((connection, lock) -> dialect.reading().read(connection, scope));
        return new SchemaSnapshot(read, dialect, writer, Optional.of(this::serverForm));
    }

    private Schema serverForm(Schema schema) {
        return connections.writing((connection, lock) -> dialect.reading().serverForm(connection, schema));
    }
}
