package dev.retort.internal.run;

import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.DataFiles.DataFile;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.RowFile;
import dev.retort.internal.run.load.SqlFile;

/** Opens the files that the operations of one script name. */
public final class ScriptFiles {

    private final DataFiles files;
    private final Dialect dialect;

    public ScriptFiles(DataFiles files, Dialect dialect) {
        this.files = files;
        this.dialect = dialect;
    }

    public DataFile rows(RowFile source) {
        return files.file(source.file());
    }

    public SqlFile sql(ExecuteFile operation) {
        return SqlFile.read(files.file(operation.file()), dialect, operation);
    }
}
